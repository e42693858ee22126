/// A state of memory kept beside the log, so that not every answer has to be replayed.
///
/// A cache: whatever changes an answer that it took in drops it.
package struct Checkpoint: Hashable, Sendable {
  /// Which answers it took in.
  package let taken: TakenReviews
  /// The state itself, in the model's own form.
  package let payload: [UInt8]

  /// A checkpoint from its parts.
  package init(taken: TakenReviews, payload: [UInt8]) {
    self.taken = taken
    self.payload = payload
  }
}
