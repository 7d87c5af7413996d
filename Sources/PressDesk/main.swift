import CertPress

Press.isolateProcess()
