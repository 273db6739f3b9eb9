// The rows of a concept map, as rule sets: every row states how the meanings relate, and nothing is guessed where nothing is right.

// In R4 an equivalence says what the target is to the source: `wider` is a target that means more than the source does.

RuleSet: Map(id)
* id = "{id}"
* url = "https://home-first.example/fhir/ConceptMap/{id}"
* version = "0.1.0"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB

RuleSet: Between(source, target)
* group[+].source = "{source}"
* group[=].target = "{target}"

RuleSet: Same(code, target)
* group[=].element[+].code = #{code}
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #equal

RuleSet: Row(code, equivalence, target, comment)
* group[=].element[+].code = #{code}
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #{equivalence}
* group[=].element[=].target[=].comment = "{comment}"

RuleSet: Or(equivalence, target, comment)
* group[=].element[=].target[+].code = #{target}
* group[=].element[=].target[=].equivalence = #{equivalence}
* group[=].element[=].target[=].comment = "{comment}"

RuleSet: None(code, comment)
* group[=].element[+].code = #{code}
* group[=].element[=].target[+].equivalence = #unmatched
* group[=].element[=].target[=].comment = "{comment}"
