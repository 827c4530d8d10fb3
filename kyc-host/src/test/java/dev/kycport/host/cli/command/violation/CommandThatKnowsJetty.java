package dev.kycport.host.cli.command.violation;

import org.eclipse.jetty.server.Server;

record CommandThatKnowsJetty(Server server) {}
