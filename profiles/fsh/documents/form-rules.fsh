// What every form of ours has in common.

RuleSet: Form(name)
* name = "{name}"
* status = #active
* experimental = false
* publisher = "Home First Gateway project"
* jurisdiction = urn:iso:std:iso:3166#GB
* subjectType = #Patient

RuleSet: Question(link, text, type)
* linkId = "{link}"
* text = {text}
* type = #{type}
