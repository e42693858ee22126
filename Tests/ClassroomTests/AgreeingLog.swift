import Foundation
import ScoreStore

extension ScoreLog {
  /// Unites with a file and agrees to whatever that changes for those who are here.
  @discardableResult
  func uniteAgreeing(with url: URL) throws(ScoreStoreError) -> UnionReport {
    do throws(ScoreStoreError) {
      return try unite(with: url)
    } catch {
      guard case .notAgreed(let effects) = error else { throw error }
      return try unite(with: url, agreed: effects)
    }
  }
}
