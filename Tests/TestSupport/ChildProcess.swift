package import Foundation

/// A program to run, and the world that it is to see; nothing is inherited.
package struct ProgramCall: Sendable {
  /// The program's file.
  package var executable: String
  /// What follows its name.
  package var arguments: [String]
  /// All of its environment variables.
  package var variables: [String: String]
  /// The folder that it is started in.
  package var folder: String

  /// A call from its parts.
  package init(
    _ executable: String,
    _ arguments: [String],
    variables: [String: String],
    folder: String = "/"
  ) {
    self.executable = executable
    self.arguments = arguments
    self.variables = variables
    self.folder = folder
  }
}

/// How a program ended.
package enum ProgramEnd: Hashable, Sendable {
  /// By itself, with an exit code.
  case exited(Int32)
  /// Killed.
  case killed(signal: Int32)
}

/// What went wrong in running a program, with what it had written by then.
package enum ProgramFailure: Error {
  /// A system call failed.
  case system(call: String, code: Int32)
  /// Something did not appear in time.
  case notSeen(String, seen: String)
  /// The program did not end in time.
  case didNotEnd(seen: String)
}

/// A running program that cannot outlive the test that started it.
///
/// A class, because its end kills and buries the program.
package final class ChildProcess {
  /// Its number.
  package let id: pid_t
  private var end: ProgramEnd?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - call: The program.
  ///   - streams: The descriptors that become its standard input, output and error; `nil` leaves
  ///     one closed.
  /// - Throws: ``ProgramFailure/system(call:code:)``.
  package convenience init(_ call: ProgramCall, streams: [Int32?]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      if let stream {
        posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
      } else {
        posix_spawn_file_actions_addclose(&actions, Int32(number))
      }
    }
    try self.init(call, actions: &actions)
  }

  /// Starts a program in a session of its own, on a terminal.
  ///
  /// A session without a terminal takes the first one that it opens.
  package convenience init(_ call: ProgramCall, terminal: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    try self.init(call, actions: &actions)
  }

  private init(_ call: ProgramCall, actions: inout posix_spawn_file_actions_t) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that tests run on block signals, and other tests catch some.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | 0x80  // POSIX_SPAWN_SETSID
    )
    // env becomes the program, in the folder.
    let launcher = "/usr/bin/env"
    let words =
      ([launcher, "-C", call.folder, call.executable] + call.arguments).map { strdup($0) } + [nil]
    let variables = call.variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var id: pid_t = 0
    let code = posix_spawn(&id, launcher, &actions, &attributes, words, variables)
    guard code == 0 else { throw ProgramFailure.system(call: "posix_spawn", code: code) }
    self.id = id
  }

  deinit {
    guard end == nil else { return }
    kill(id, SIGKILL)
    var status: Int32 = 0
    // What is killed is gone soon, unless the kernel itself hangs; tests must not hang with it.
    for _ in 0..<1000 where waitpid(id, &status, WNOHANG) == 0 { usleep(5000) }
  }

  /// Sends it a signal.
  package func send(_ signal: Int32) {
    guard pollEnd() == nil else { return }
    kill(id, signal)
  }

  /// How it ended; `nil` while it runs.
  package func pollEnd() -> ProgramEnd? {
    if let end { return end }
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return nil }
    let signal = status & 0x7f
    end = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
    return end
  }

  /// Waits for its end.
  ///
  /// - Parameters:
  ///   - seconds: How long to wait at most.
  ///   - meanwhile: Called over and over, to read what it writes; it may wait a little.
  /// - Returns: `nil` if time was over first.
  package func waitForEnd(seconds: Double, meanwhile: () -> Void) -> ProgramEnd? {
    let deadline = TestDeadline(seconds: seconds)
    while !deadline.hasPassed {
      if let end = pollEnd() { return end }
      meanwhile()
    }
    return pollEnd()
  }
}

/// The moment at which a test stops waiting.
package struct TestDeadline: Sendable {
  private let instant: ContinuousClock.Instant

  /// A deadline so many seconds from now.
  package init(seconds: Double) {
    instant = .now + .seconds(seconds)
  }

  /// Whether time is over.
  package var hasPassed: Bool { instant <= .now }
}
