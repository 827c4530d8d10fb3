package dev.kycport.host.cli.session;

import dev.kycport.host.cli.terminal.WaitIndicator;

/** The input and output of one session: answers, progress, spinner, image files. */
public record SessionUi(
        AnswerSource answers, ProgressPrinter printer, WaitIndicator waitIndicator, ImageFiles images) {}
