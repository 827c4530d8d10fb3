// Runs the host with the adapter's jar on the class path and a configuration that names it.
def classPath = [new File(basedir, '../../kyc.jar'), new File(basedir, 'target/acme-adapter-1.jar')]
def kyc = new ProcessBuilder(
        System.getProperty('java.home') + '/bin/java',
        '-XX:TieredStopAtLevel=1',
        '-cp', classPath*.canonicalPath.join(File.pathSeparator),
        'dev.kycport.host.cli.KycCli', 'providers', '--json', '--config', new File(basedir, 'acme.conf').path)
        .redirectErrorStream(true)
        .start()
def output = kyc.inputStream.text

assert kyc.waitFor() == 0 : output
def acme = new groovy.json.JsonSlurper().parseText(output).providers.find { it.name == 'acme' }
assert acme.configured
assert acme.flows == ['direct-otp']
assert acme.routes == ['direct-otp': 1]
return true
