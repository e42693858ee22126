import QuizModel
import Testing

@Suite("The words for true and false")
struct TruthWordsTests {
  @Test(
    "tell which answer means true, in either order",
    arguments: [
      ("True", "False"), ("yes", "NO"), ("Right.", "Wrong!"), ("Wahr", "Falsch"),
      ("Stimmt", "Stimmt nicht"), ("Ja", "Nein"), ("Vrai", "Faux"), ("Oui", "Non"),
      ("Verdadero", "Falso"), ("Sí", "No"), ("Verdadeiro", "Falso"), ("Certo", "Errado"),
      ("Sim", "Não"), ("Vero", "Falso"), ("Waar", "Onwaar"), ("Juist", "Onjuist"),
      ("Prawda", "Fałsz"), ("TAK", "nie"), ("Pravda", "Nepravda"), ("Ano", "Ne"), ("Áno", "Nie"),
      ("Верно", "Неверно"), ("Да", "Нет"), ("Правда", "Ложь"), ("Так", "Ні"), ("Doğru", "Yanlış"),
      ("EVET", "HAYIR"), ("Σωστό", "Λάθος"), ("ΣΩΣΤΟ", "ΛΑΘΟΣ"), ("Ναι", "Όχι"), ("Sant", "Falskt"),
      ("Rätt", "Fel"), ("Sandt", "Falsk"), ("Sant", "Usant"), ("Riktig", "Feil"),
      ("Totta", "Epätosi"), ("Oikein", "Väärin"), ("Igaz", "Hamis"), ("Adevărat", "Fals"),
      ("صحيح", "خطأ"), ("نعم", "لا"), ("נכון", "לא נכון"), ("כן", "לא"), ("درست", "نادرست"),
      ("सही", "गलत"), ("हाँ", "नहीं"), ("Benar", "Salah"), ("Ya", "Tidak"), ("Đúng", "Sai"),
      ("对", "错"), ("正确", "错误"), ("是", "否"), ("はい", "いいえ"), ("正しい", "間違い"), ("○", "×"),
      ("참", "거짓"), ("예", "아니요"), ("O", "X"), ("T", "F"), ("V", "F"), ("R", "F"), ("✓", "✗"),
      ("Ya", "Tak"), ("Wahr", "Unsinn"), ("Käse", "Falsch"),
    ]
  )
  func pairs(_ yes: String, _ no: String) {
    #expect(TruthWords.firstMeansTrue(yes, no) == true)
    #expect(TruthWords.firstMeansTrue(no, yes) == false)
  }

  @Test(
    "do not tell where neither is known, or both mean the same",
    arguments: [("Plume", "Galet"), ("True", "True"), ("Wahr", "Vrai"), ("", ""), ("W", "R")]
  )
  func unclear(_ one: String, _ other: String) {
    #expect(TruthWords.firstMeansTrue(one, other) == nil)
    #expect(TruthWords.firstMeansTrue(other, one) == nil)
  }

  @Test(
    "say by themselves whether a statement holds, but for letters and words of two meanings",
    arguments: [
      ("WAHR", true), ("FALSCH", false), ("VRAI", true), ("FAUX", false), (" true. ", true),
      ("VERDADEIRO", true), ("ИСТИНА", true), ("ЛОЖЬ", false), ("x", nil), ("t", nil), ("tak", nil),
      ("perhaps", nil), ("", nil), ("1", nil),
    ]
  )
  func meaning(_ word: String, _ meaning: Bool?) {
    #expect(TruthWords.meaning(of: word) == meaning)
  }
}
