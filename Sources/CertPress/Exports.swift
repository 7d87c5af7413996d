// What a service needs is there with `import CertPress` alone: diagnostics, records, the schema and the scene are part of the
// façade's own signatures.
@_exported public import PressDiagnostics
@_exported public import PressRecord
@_exported public import PressScene
@_exported public import PressTemplate
@_exported public import struct PressPaint.SVGPage
@_exported public import struct PressPaint.SVGPart
