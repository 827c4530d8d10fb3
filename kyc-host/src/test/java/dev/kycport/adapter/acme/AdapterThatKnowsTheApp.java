package dev.kycport.adapter.acme;

import dev.kycport.app.KycService;

/** Reaches into the app. */
record AdapterThatKnowsTheApp(KycService service) {}
