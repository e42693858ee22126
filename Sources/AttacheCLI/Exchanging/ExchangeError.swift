import Exchange

/// What goes wrong with items for or from other programs.
enum ExchangeError: Error {
  /// A package cannot be printed.
  case packageNeedsFile(ExchangeFormat)
  /// A file cannot be imported, and why.
  case unreadable(path: String, ImportError)
  /// Nothing in a file can be imported.
  case nothingImported(path: String)
  /// A bank that questions were to be added to does not come from imports.
  case notForImports(bank: String)
  /// A bank that would be made has the identity of another.
  case identityTaken(bank: String, by: String)
  /// Another process changes the banks all the time.
  case busy(folder: String)
  /// A name that is none for a bank.
  case badBankName(String)
  /// Items could not be packed.
  case package(PackageError)
}
