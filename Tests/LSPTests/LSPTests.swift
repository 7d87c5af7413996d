import Testing

@Suite struct LSPTests {}
