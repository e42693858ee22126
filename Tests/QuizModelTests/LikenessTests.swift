import QuizModel
import Testing

@Suite("The likeness of two options")
struct LikenessTests {
  @Test(
    "minds no blanks, stops, capitals, unseen marks and widths",
    arguments: [
      ("Paris", "Paris."), ("Paris", " paris "), ("New York", "New\u{a0} York"),
      ("Paris", "ＰＡＲＩＳ。"), ("zinc", "zi\u{ad}nc"), ("zinc", "\u{200b}zinc\u{feff}"),
      ("カ", "ｶ"), ("ガ", "ｶﾞ"), ("é", "e\u{301}"), ("ﬁsh", "fish"), ("a b", "a\n b ."), ("3", "３"),
    ]
  )
  func alike(_ one: String, _ other: String) {
    #expect(Likeness(of: one) == Likeness(of: other))
  }

  @Test(
    "minds accents, letters, raised digits, joiners and other signs",
    arguments: [
      ("también", "tambien"), ("schön", "schon"), ("Maße", "Masse"), ("2⁴", "24"), ("H₂O", "H2O"),
      ("می‌خواهم", "میخواهم"), ("5!", "5"), ("ice cream", "icecream"), ("-1", "1"), (".", ","),
      (".", "。 ."), ("й", "и"), ("", "."),
    ]
  )
  func different(_ one: String, _ other: String) {
    #expect(Likeness(of: one) != Likeness(of: other))
  }
}
