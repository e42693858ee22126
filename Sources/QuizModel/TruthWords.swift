/// The words by which people and programs call a statement true or false.
///
/// Words are compared folded, without stops and other punctuation; signs such as ✓ count.
package enum TruthWords {
  private struct Language {
    let yes: Set<String>
    let no: Set<String>

    init(_ yes: String, _ no: String) {
      self.yes = Language.words(yes)
      self.no = Language.words(no)
    }

    private static func words(_ text: String) -> Set<String> {
      Set(text.split(separator: "|").map { TruthWords.plain(String($0)) })
    }
  }

  /// Each language with its words for true, then those for false.
  private static let languages: [Language] = [
    // English
    Language("true|right|yes|correct|t|y", "false|wrong|no|incorrect|untrue|not true|f|n"),
    // German
    Language(
      "wahr|richtig|ja|stimmt|korrekt|zutreffend|w|r|j",
      "falsch|nein|unwahr|stimmt nicht|nicht wahr|nicht richtig|unrichtig|unzutreffend|f|n"
    ),
    // French
    Language("vrai|vraie|juste|oui|exact|correct|v|o", "faux|fausse|non|inexact|incorrect|f|n"),
    // Spanish
    Language(
      "verdadero|verdadera|cierto|cierta|correcto|correcta|sí|v|s",
      "falso|falsa|incorrecto|incorrecta|no|f|n"
    ),
    // Portuguese
    Language(
      "verdadeiro|verdadeira|certo|certa|correto|correta|sim|v|s",
      "falso|falsa|errado|errada|incorreto|incorreta|não|f|n"
    ),
    // Italian
    Language(
      "vero|vera|giusto|giusta|corretto|corretta|esatto|sì|v|s",
      "falso|falsa|sbagliato|sbagliata|errato|errata|scorretto|no|f|n"
    ),
    // Catalan
    Language("cert|certa|vertader|correcte|sí|c|v", "fals|falsa|incorrecte|no|f"),
    // Dutch
    Language("waar|juist|goed|ja|correct|klopt|j", "onwaar|onjuist|fout|nee|neen|niet waar|n"),
    // Polish
    Language("prawda|prawdziwe|tak|dobrze|p|t", "fałsz|nieprawda|fałszywe|nie|źle|f|n"),
    // Czech
    Language("pravda|pravdivé|ano|správně|p|a", "nepravda|nepravdivé|lež|ne|špatně|nesprávně|n"),
    // Slovak
    Language("pravda|pravdivé|áno|správne", "nepravda|nepravdivé|lož|nie|nesprávne|zle"),
    // Russian
    Language(
      "верно|правда|да|правильно|истина|истинно",
      "неверно|неправда|нет|неправильно|ложь|ложно"
    ),
    // Ukrainian
    Language(
      "правда|так|правильно|вірно|істина|істинно",
      "неправда|ні|неправильно|невірно|хиба|хибно|брехня"
    ),
    // Bulgarian
    Language("вярно|да|истина|правилно", "невярно|не|грешно|лъжа|неправилно"),
    // Serbian and Croatian
    Language("tačno|točno|da|istina|тачно|да|истина", "netačno|netočno|ne|laž|нетачно|не|лаж"),
    // Turkish
    Language("doğru|evet|d", "yanlış|hayır|y"),
    // Greek, whose capitals bear no accents
    Language(
      "σωστό|σωστο|σωστή|αληθές|αληθες|αληθής|ναι|αλήθεια",
      "λάθος|λαθος|λάθοσ|ψευδές|ψευδες|ψευδής|όχι|οχι|ψέμα"
    ),
    // Swedish
    Language("sant|sann|rätt|ja|korrekt", "falskt|falsk|osant|fel|nej"),
    // Danish
    Language("sandt|sand|rigtigt|rigtig|ja|korrekt", "falsk|falskt|usandt|forkert|nej"),
    // Norwegian
    Language("sant|sann|riktig|rett|ja|korrekt", "usant|galt|feil|falsk|uriktig|nei"),
    // Finnish
    Language("totta|tosi|oikein|oikea|kyllä", "epätosi|väärin|väärä|tarua|ei"),
    // Hungarian
    Language("igaz|helyes|igen|i", "hamis|helytelen|nem|h"),
    // Romanian
    Language("adevărat|corect|da|a", "fals|greșit|incorect|nu|f"),
    // Estonian, Latvian and Lithuanian
    Language("tõene|õige|jah", "väär|vale|ei"),
    Language("patiess|pareizi|jā", "nepatiess|nepareizi|nē"),
    Language("tiesa|teisinga|taip", "netiesa|neteisinga|ne"),
    // Arabic
    Language("صحيح|صح|صواب|نعم", "خطأ|خطا|خاطئ|غلط|غير صحيح|لا"),
    // Hebrew
    Language("נכון|אמת|כן", "לא נכון|שקר|שגוי|לא"),
    // Persian
    Language("درست|صحیح|بله|آری", "نادرست|غلط|خیر|نه"),
    // Hindi
    Language("सही|सत्य|सच|हाँ|हां", "गलत|ग़लत|असत्य|झूठ|नहीं"),
    // Indonesian and Malay
    Language("benar|betul|ya", "salah|palsu|tidak|bukan|tak"),
    // Vietnamese
    Language("đúng|có", "sai|không"),
    // Chinese
    Language("对|對|正确|正確|是|真|√", "错|錯|错误|錯誤|不对|不對|不正确|不正確|否|不是|假|×"),
    // Japanese
    Language("正しい|はい|真|正|まる|○|〇", "誤り|間違い|正しくない|いいえ|偽|誤|ばつ|×"),
    // Korean
    Language("참|맞음|맞다|맞습니다|옳다|그렇다|예|네|o", "거짓|틀림|틀리다|틀립니다|그르다|아니다|아니요|아니오|x"),
    // Signs
    Language("✓|✔|☑|✅", "✗|✘|☒|❌|×"),
  ]

  /// The words that mean one thing in whichever language, without letters alone.
  private static let meanings: [String: Bool] = {
    let yes = languages.reduce(into: Set<String>()) { $0.formUnion($1.yes) }
    let no = languages.reduce(into: Set<String>()) { $0.formUnion($1.no) }
    var meanings: [String: Bool] = [:]
    for word in yes.subtracting(no) where !isLetter(word) { meanings[word] = true }
    for word in no.subtracting(yes) where !isLetter(word) { meanings[word] = false }
    return meanings
  }()

  /// What a word by itself says of a statement.
  ///
  /// - Parameter text: Without markup; a letter alone, which means this here and that there, is not
  ///   enough.
  /// - Returns: `nil` where it is not known.
  package static func meaning(of text: String) -> Bool? { meanings[plain(text)] }

  /// Which of the two answers to a statement means true.
  ///
  /// - Parameters:
  ///   - first: An answer, without markup.
  ///   - second: The other.
  /// - Returns: Whether it is the first; `nil` where it is not told.
  package static func firstMeansTrue(_ first: String, _ second: String) -> Bool? {
    let (one, other) = (plain(first), plain(second))
    var answers: Set<Bool> = []
    for language in languages {
      if language.yes.contains(one), language.no.contains(other) { answers.insert(true) }
      if language.no.contains(one), language.yes.contains(other) { answers.insert(false) }
    }
    if answers.count == 1 { return answers.first }
    guard answers.isEmpty else { return nil }
    // Of a pair such as "stimmt" and "das ist Unsinn" one word is enough.
    switch (meanings[one], meanings[other]) {
    case (let meaning?, nil): return meaning
    case (nil, let meaning?): return !meaning
    case (let meaning?, let second?): return meaning == second ? nil : meaning
    case (nil, nil): return nil
    }
  }

  private static func isLetter(_ word: String) -> Bool {
    word.utf8.count == 1
  }

  /// A text folded, each run of what is no letter, digit or sign as one space.
  private static func plain(_ text: String) -> String {
    Folding.folded(text).unicodeScalars.split { scalar in
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .control, .format,
        .spaceSeparator, .lineSeparator, .paragraphSeparator:
        true
      default: false
      }
    }.map { String($0) }.joined(separator: " ")
  }
}
