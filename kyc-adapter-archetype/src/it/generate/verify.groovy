// The generated project compiles, what it can know is green, and its other contracts are red and name what to add.
def project = new File(basedir, 'nidaan-adapter')
def report = { test -> new File(project, "target/surefire-reports/org.example.Nidaan${test}Test.txt").getText('UTF-8') }

assert new File(project, 'target/nidaan-adapter-1.0-SNAPSHOT.jar').file
assert report('ProviderFactory') =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/
assert report('Replies') =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/
assert report('OwnCalls').contains('nidaan/replies.jsonl lacks the case "token refused" of verify-otp')
assert report('DirectOtpGateway').contains('add src/test/resources/nidaan/direct-otp/wrong-code.json')
return true
