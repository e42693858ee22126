import ItemStatistics

/// How figures are computed, in words.
extension ReportWords {
  static let method = "How these figures are computed"
  static let formulas = "Whose formulas they are"

  /// Figures and how each is computed.
  static let methods: [(name: String, text: String)] = [
    (
      "Too few answers.",
      "A figure that would rest on fewer than \(Figure.fewestAnswers) people is not given. Counts"
        + " hold of any number of people, and a mean gain has an interval as wide as few people"
        + " make it."
    ),
    (
      "Undefined.",
      "A figure does not exist where something would have to vary and does not, such as the"
        + " discrimination of a question that everybody answered rightly."
    ),
    (
      "Intervals",
      "are 95 % confidence intervals. They speak of other people like these who might sit the same"
        + " test, not of other questions."
    ),
    (
      "Facility:",
      "right answers divided by those who were asked; a blank answer is a wrong one. Wilson's score"
        + " interval (Wilson 1927; Newcombe 1998a)."
    ),
    (
      "Corrected facility:",
      "(p − 1/k) / (1 − 1/k) of a facility p among k options, and of both ends of its interval."
    ),
    (
      "Discrimination:",
      "the correlation of being right with the score on the other questions (corrected"
        + " point-biserial), with Fisher's interval (Fisher 1921)."
    ),
    (
      "Upper – lower:",
      "D, the facility in the upper 27 % of scores less that in the lower 27 % (Kelley 1939). Whoever"
        + " stands at the boundary counts in part. Newcombe's hybrid score interval (Newcombe 1998b)."
    ),
    (
      "Mean score on the other questions:",
      "of those who chose an option, if \(Figure.fewestAnswers) or more did. Student's t interval"
        + " (Student 1908)."
    ),
    ("Mean score:", "with Student's t interval (Student 1908)."),
    (
      "Standard deviation:",
      "with divisor n − 1; its interval, by chi-squared, takes scores to be normally distributed."
    ),
    (
      "Reliability:",
      "formula 20 of Kuder and Richardson (1937), which is Cronbach's alpha (1951) for answers that"
        + " are right or wrong, with Feldt's interval (Feldt 1965)."
    ),
    (
      "Standard error of measurement:",
      "s √(1 − α), its interval from the ends of that of α (Lord and Novick 1968)."
    ),
    (
      "Score corrected for guessing:",
      "right answers less 1/(k − 1) for each wrong one of k options; a blank answer gives and takes"
        + " nothing (Thurstone 1919; Frary 1988)."
    ),
    (
      "Gain:",
      "the mean of each person's share after less that before, on what both asked. Student's t"
        + " interval of paired differences (Student 1908)."
    ),
  ]

  /// Where the formulas were published.
  static let formulaSources = [
    "Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika"
      + " 16.",
    "Feldt, L. S. (1965). The approximate sampling distribution of Kuder-Richardson reliability"
      + " coefficient twenty. Psychometrika 30.",
    "Fisher, R. A. (1921). On the “probable error” of a coefficient of correlation deduced from a"
      + " small sample. Metron 1.",
    "Frary, R. B. (1988). Formula scoring of multiple-choice tests. Educational Measurement: Issues"
      + " and Practice 7(2).",
    "Kelley, T. L. (1939). The selection of upper and lower groups for the validation of test"
      + " items. Journal of Educational Psychology 30.",
    "Kuder, G. F. and Richardson, M. W. (1937). The theory of the estimation of test reliability."
      + " Psychometrika 2.",
    "Lord, F. M. and Novick, M. R. (1968). Statistical theories of mental test scores.",
    "Newcombe, R. G. (1998a). Two-sided confidence intervals for the single proportion. Statistics"
      + " in Medicine 17, 857–872.",
    "Newcombe, R. G. (1998b). Interval estimation for the difference between independent"
      + " proportions. Statistics in Medicine 17, 873–890.",
    "Student (1908). The probable error of a mean. Biometrika 6.",
    "Thurstone, L. L. (1919). A method for scoring tests. Psychological Bulletin 16.",
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference."
      + " Journal of the American Statistical Association 22.",
  ]
}
