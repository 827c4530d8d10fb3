package dev.kycport.host.cli;

/** Shows where a session has led, and what was wrong with the way it was asked for. */
final class Show {

    private final Outside outside;

    Show(Outside outside) {
        this.outside = outside;
    }

    void plain(Ending ending) {
        new Result(outside.out()).show(ending);
        complain(ending);
    }

    void json(Ending ending) {
        Json.print(SessionJson.of(ending), outside.out());
        complain(ending);
    }

    private void complain(Ending ending) {
        if (ending.status() == ExitStatus.USAGE) {
            ending.report().ifPresent(report -> outside.err().message(report.summary()));
        }
    }
}
