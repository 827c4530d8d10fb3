package dev.kycport.host.cli.session.violation;

import dev.kycport.host.cli.command.RunCommand;

/** Belongs to a session and knows the command that runs it. */
record SessionThatKnowsCommands(RunCommand command) {}
