internal import CReadlineShim

/// What `print` and readline write to, buffered by the C library.
package enum StandardOutput {
  /// Writes what is still buffered.
  ///
  /// - Returns: 0 if all that was ever printed has been written, else a value of `errno`.
  package static func finish() -> Int32 {
    attache_output_finish()
  }
}
