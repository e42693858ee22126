import QuestionBank

/// The topics of a bank while items are added to it.
struct TopicShelf {
  /// In the order in which they are shown.
  private(set) var topics: [Topic]
  private var ids: [String: String] = [:]

  /// The topics that are there.
  init(_ topics: [Topic]) {
    self.topics = topics
    for topic in topics.reversed() {
      ids[topic.title] = topic.id
      ids[topic.id] = topic.id
    }
  }

  /// The id of the topic that a file calls so; a new topic where there is none yet.
  ///
  /// - Parameter title: The title or the id; empty where the file names none.
  /// - Returns: An id of the list.
  mutating func id(titled title: String) -> String {
    let title = title.isEmpty ? "General" : title
    if let known = ids[title] { return known }
    let id = Slug.name(of: title, prefix: "topic")
    if ids[id] == nil {
      topics.append(Topic(id: id, title: title))
      ids[id] = id
    }
    ids[title] = id
    return id
  }
}
