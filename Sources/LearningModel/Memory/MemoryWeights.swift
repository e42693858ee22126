/// The 21 weights of FSRS-6; their published defaults where nothing else is said.
///
/// Numbers and meaning as in "The Algorithm", section FSRS-6, of the wiki of
/// open-spaced-repetition/awesome-fsrs, and in the package `fsrs` 6.3 on PyPI.
package struct MemoryWeights: Hashable, Sendable {
  /// w0: days of stability after a first answer rated again.
  package var firstAgain = 0.212
  /// w1: days of stability after a first answer rated hard.
  package var firstHard = 1.2931
  /// w2: days of stability after a first answer rated good.
  package var firstGood = 2.3065
  /// w3: days of stability after a first answer rated easy.
  package var firstEasy = 8.2956
  /// w4: the difficulty after a first answer rated again.
  package var firstDifficulty = 6.4133
  /// w5: how much a better first rating lowers it.
  package var firstDifficultySlope = 0.8334
  /// w6: how far an answer moves the difficulty.
  package var difficultyStep = 3.0194
  /// w7: how fast difficulty drifts to that of an easy fact.
  package var difficultyReversion = 0.001
  /// w8: the logarithm of the growth of stability.
  package var recallGrowth = 1.8722
  /// w9: how much a high stability slows its growth.
  package var recallSaturation = 0.1666
  /// w10: how much more a nearly forgotten fact gains.
  package var recallSpacing = 0.796
  /// w11: the level of stability after forgetting.
  package var lapseLevel = 1.4835
  /// w12: how much difficulty lowers it.
  package var lapseDifficulty = 0.0614
  /// w13: how much of the stability before survives.
  package var lapseStability = 0.2629
  /// w14: how much more survives of what was nearly forgotten.
  package var lapseSpacing = 1.6483
  /// w15: the share of growth that a rating of hard keeps.
  package var hardPenalty = 0.6014
  /// w16: the factor on growth of a rating of easy.
  package var easyBonus = 1.8729
  /// w17: how strongly ratings act within a day.
  package var sameDayStrength = 0.5425
  /// w18: what is added to a rating's distance from good within a day.
  package var sameDayOffset = 0.0912
  /// w19: how much a high stability slows its growth within a day.
  package var sameDaySaturation = 0.0658
  /// w20: the exponent of the forgetting curve.
  package var decay = 0.1542

  /// The published defaults.
  package init() {}
}
