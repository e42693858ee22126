import Dispatch
import Synchronization

/// Works out so many values side by side, on as many cores as there are.
///
/// The values do not depend on the order in which they are worked out.
///
/// - Parameters:
///   - count: How many.
///   - work: Makes one from its number.
/// - Returns: The values by number.
package func inParallel<Value: Sendable>(
  _ count: Int,
  _ work: @escaping @Sendable (Int) -> Value
) -> [Value] {
  let values = Mutex<[Int: Value]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let value = work(number)
    values.withLock { $0[number] = value }
  }
  return values.withLock { values in (0..<count).compactMap { values[$0] } }
}
