import Testing

@Suite struct EditorTests {}
