import ArgumentParser
import Glibc
import QuizModel

/// The version of the program.
package let programVersion = "1.0.0"

/// The program: reads the arguments, runs a command, and says how it ended.
package enum Program {
  /// Runs a command.
  ///
  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - environment: The world outside.
  /// - Returns: The exit code, after sysexits.
  package static func run(_ arguments: [String], in environment: Environment) -> Int32 {
    var environment = environment
    if !environment.isOutputUTF8 {
      let talk = environment.talk
      environment.talk = { talk(Folding.ascii($0)) }
    }
    let code = perform(arguments, in: environment)
    let failure = environment.finishOutput()
    guard code == EX_OK, failure != 0 else { return code }
    // Who has closed a pipe has seen enough.
    if failure != EPIPE { environment.talk(ErrorPresenter.unwritten(code: failure)) }
    return EX_IOERR
  }

  private static func perform(_ arguments: [String], in environment: Environment) -> Int32 {
    if let mistake = CommandGuess.mistake(in: arguments) {
      environment.talk(mistake + "\n")
      return EX_USAGE
    }
    do {
      let command = try AttacheCommand.parseAsRoot(arguments)
      if let command = command as? any EnvironmentCommand {
        try LogOpening.settle(in: environment)
        try command.run(in: environment)
      } else {
        var command = command
        try command.run()
      }
      return EX_OK
    } catch let exit as ProgramExit {
      return exit.code
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      return report(error, in: environment)
    }
  }

  private static func report(_ error: any Error, in environment: Environment) -> Int32 {
    if let presented = ErrorPresenter.present(error) {
      environment.talk(presented.text)
      return presented.exitCode
    }
    let message = AttacheCommand.fullMessage(for: error)
    let code = AttacheCommand.exitCode(for: error).rawValue
    if code == EX_OK {
      environment.output(message + "\n")
    } else {
      environment.talk(message + "\n")
    }
    return code
  }
}

/// A command that touches the world through its environment alone.
protocol EnvironmentCommand: ParsableCommand {
  /// Does the work.
  func run(in environment: Environment) throws
}

extension EnvironmentCommand {
  /// Never called: ``Program`` passes the environment.
  func run() throws {
    throw CleanExit.helpRequest(self)
  }
}
