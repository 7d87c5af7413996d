import Testing

@Suite struct DeskTests {}
