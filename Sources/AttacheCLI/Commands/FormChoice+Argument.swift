import ArgumentParser
import QuestionGenerator

extension FormChoice: ExpressibleByArgument {}
