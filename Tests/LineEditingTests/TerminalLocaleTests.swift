import Foundation
import Testing

@testable import LineEditing

extension TerminalTests {
  /// Each test has a process of its own, since it changes the environment.
  @Suite struct TerminalLocaleTests {
    @Test func inputIsUTF8InEveryLocale() async {
      await #expect(processExitsWith: .success) {
        setenv("LC_ALL", "C", 1)
        try withEditor { editor, terminal in
          terminal.type("né\u{7F}ô\r")
          #expect(editor.ask() == .line("nô"))
          #expect(!terminal.output.contains("\\303"))
        }
      }
    }

    @Test(arguments: [("LC_ALL", "C"), ("LC_ALL", "POSIX"), ("LC_ALL", "no_SUCH.UTF-8")])
    func outputIsJudgedBeforeTheEditorChangesTheLocale(name: String, value: String) async {
      await #expect(processExitsWith: .success) { [name, value] in
        setenv(name, value, 1)
        try withEditor { _, _ in }
        #expect(TerminalLocale.environmentIsUTF8())
        #expect(!TerminalLocale.outputIsUTF8())
      }
    }

    @Test func outputOfAUTF8LocaleIsUTF8() async {
      await #expect(processExitsWith: .success) {
        setenv("LC_ALL", "C.UTF-8", 1)
        #expect(TerminalLocale.outputIsUTF8())
      }
    }

    @Test func unsetLocaleIsNotUTF8() async {
      await #expect(processExitsWith: .success) {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] { unsetenv(name) }
        #expect(!TerminalLocale.outputIsUTF8())
        try withEditor { editor, terminal in
          terminal.type("é\u{7F}o\r")
          #expect(editor.ask() == .line("o"))
        }
        #expect(getenv("LC_ALL") == nil)
      }
    }
  }
}
