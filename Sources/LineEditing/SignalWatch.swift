internal import CReadlineShim

/// A request of the outside world to stop what the program is doing.
package enum StopRequest: Sendable, Equatable {
  /// Ctrl-C (SIGINT).
  case interrupt
  /// SIGTERM or SIGHUP.
  case termination(signal: Int32)
}

/// Keeps signals from killing the program, for as long as it lives, and remembers them.
///
/// Make one when the program starts and pass it to the readers. SIGINT, SIGTERM and SIGHUP are
/// remembered until a reader returns them, however long before the read they came; SIGPIPE is
/// ignored. Ctrl-Z (SIGTSTP) and Ctrl-\ (SIGQUIT) keep their effect, but in the midst of a line the
/// terminal is restored first. A signal that was ignored when the program was started stays so.
///
/// A class, since its end restores the dispositions that it found. Several may live at a time.
package final class SignalWatch {
  /// Begins to watch.
  ///
  /// - Throws: ``LineEditingError/signalPipeUnavailable(code:)`` if no descriptors are left.
  package init() throws(LineEditingError) {
    let code = attache_signals_open()
    guard code == 0 else { throw .signalPipeUnavailable(code: code) }
  }

  deinit {
    attache_signals_close()
  }

  /// Returns the request that has come and was not taken yet, if any.
  ///
  /// Long work that reads no line can ask for it between its steps. An interrupt is taken once; a
  /// termination comes back every time, so that every level of the program learns of it.
  package func takeStopRequest() -> StopRequest? {
    let termination = attache_signals_termination()
    if termination != 0 { return .termination(signal: termination) }
    return attache_signals_take_interrupt() ? .interrupt : nil
  }
}

extension LineInput {
  /// Makes the answer to a read that a signal has ended.
  init(_ request: StopRequest) {
    switch request {
    case .interrupt: self = .interrupted
    case .termination(let signal): self = .terminated(signal: signal)
    }
  }
}
