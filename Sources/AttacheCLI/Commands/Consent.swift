import Glibc
import ScoreStore
import TerminalUI

/// Takes a file in only after it was agreed to what that changes for those who are here.
struct Consent {
  let environment: Environment
  let terminal: TerminalOptions
  let options: ConsentOptions

  /// Tries, asks for what has to be agreed to, and tries again.
  ///
  /// Nothing is held while a person is waited for: what was agreed to is compared with what would
  /// happen then.
  ///
  /// - Parameter work: Takes in, told what was agreed to.
  /// - Returns: What the work returns; `nil` if it was declined.
  /// - Throws: What the work throws, and ``ProgramExit`` where nobody agreed.
  func asking<Result>(
    _ work: (IntakeEffects?) throws(ScoreStoreError) -> Result
  ) throws -> Result? {
    var agreed: IntakeEffects?
    while true {
      do throws(ScoreStoreError) {
        return try work(agreed)
      } catch {
        guard case .notAgreed(let effects) = error else { throw error }
        guard try isAgreed(effects) else { return nil }
        agreed = effects
      }
    }
  }

  private func isAgreed(_ effects: IntakeEffects) throws -> Bool {
    if options.allow(effects) { return true }
    let lines = EffectWords.lines(effects)
    guard environment.isInputTerminal else {
      for line in lines { environment.talk(SafeText.cleaned(line) + "\n") }
      let words = EffectWords.permission(for: effects)
      environment.talk(
        SafeText.cleaned("Nothing was changed; to agree to this add: \(words)") + "\n"
      )
      throw ProgramExit(code: EX_USAGE)
    }
    for line in lines { environment.tell(line) }
    environment.tell("A backup is made first. Go on?")
    switch YesNoQuestion(reader: try environment.makeReader()).answer() {
    case .yes: return true
    case .no:
      environment.tell("Nothing was changed.")
      return false
    case .none(let input):
      environment.tell("Nothing was changed.")
      throw ProgramExit(signalIn: input) ?? ProgramExit(code: EX_USAGE)
    }
  }
}
