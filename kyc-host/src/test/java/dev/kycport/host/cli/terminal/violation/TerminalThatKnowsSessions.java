package dev.kycport.host.cli.terminal.violation;

import dev.kycport.host.cli.session.RunOptions;

/** Belongs to the terminal and knows what a run is. */
record TerminalThatKnowsSessions(RunOptions options) {}
