/// Why lines cannot be read.
package enum LineEditingError: Error, Equatable {
  /// A descriptor is closed or of the wrong kind; `code` is the value of `errno`.
  case descriptorUnusable(code: Int32)
  /// No pipe could be had to be woken by signals; `code` is the value of `errno`.
  case signalPipeUnavailable(code: Int32)
}
