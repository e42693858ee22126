import ArgumentParser

/// Where the names of pupils go who are called by pseudonyms.
struct KeyFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file for the names behind pseudonyms; CLASS-key.csv in this folder where it is not "
        + "given.",
      valueName: "file"
    )
  )
  var key: String?

  @Flag(help: "Begin another key file although the class has pupils by pseudonym.")
  var newKey = false
}
