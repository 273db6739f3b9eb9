// Rule sets that many definitions share.

RuleSet: Ours
* ^status = #active
* ^experimental = false
* ^publisher = "Home First Gateway project"
* ^jurisdiction = urn:iso:std:iso:3166#GB
