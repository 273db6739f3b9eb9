// The identifier systems that are ours.

RuleSet: OwnSystem(id, title, words)
* name = "{title}"
* status = #active
* kind = #identifier
* date = "2026-11-22"
* publisher = "Home First Gateway project"
* description = {words}
* jurisdiction = urn:iso:std:iso:3166#GB
* uniqueId.type = #uri
* uniqueId.value = "https://home-first.example/fhir/Id/{id}"
* uniqueId.preferred = true

Instance: journey
InstanceOf: NamingSystem
Usage: #definition
Title: "Journey"
Description: "Identifies a journey."
* insert OwnSystem(journey, HomeFirstJourneyIdentifier, "Identifies a journey. Given by the gateway when a referral opens one\, and never used again.")

Instance: stay-by-admission
InstanceOf: NamingSystem
Usage: #definition
Title: "Stay by admission"
Description: "Identifies a stay that its source gives no number."
* insert OwnSystem(stay-by-admission, HomeFirstStayByAdmission, "Identifies a stay whose source gives it no visit number: by the source's person and the time of admission.")

Instance: nhs-number-not-valid
InstanceOf: NamingSystem
Usage: #definition
Title: "NHS number that is not valid"
Description: "Keeps what a source called an NHS number and is none."
* insert OwnSystem(nhs-number-not-valid, HomeFirstNhsNumberNotValid, "Keeps what a source called an NHS number and is none: ten digits are missing or the check digit does not agree. Nothing is dropped and nobody is joined by it.")

Instance: statement
InstanceOf: NamingSystem
Usage: #definition
Title: "Statement"
Description: "Identifies a statement of a source."
* insert OwnSystem(statement, HomeFirstStatementIdentifier, "Identifies a statement of a source about one person at one time\, so that a repeat of it makes no second one.")

Instance: local
InstanceOf: NamingSystem
Usage: #definition
Title: "Local identifiers"
Description: "The stem of a source's own identifiers."
* insert OwnSystem(local, HomeFirstLocalIdentifier, "The stem under which each source's own numbers stand\, as local/client/authority and a kind where the authority numbers several things: two trusts may well use one number.")

Instance: gss-code
InstanceOf: NamingSystem
Usage: #definition
Title: "GSS code of a council's area"
Description: "Identifies the area of a council by its code of the Government Statistical Service."
* insert OwnSystem(gss-code, HomeFirstGssCode, "Identifies a council by the nine characters of its area: E06 unitary authority\, E08 metropolitan borough\, E09 London borough\, E10 county. The name of the system is ours\, because no FHIR name was found; the codes are of the Office for National Statistics. A council's CASSR code is its ODS code and stands under that.")

Instance: cqc-provider
InstanceOf: NamingSystem
Usage: #definition
Title: "CQC provider"
Description: "Identifies a registered provider of care."
* insert OwnSystem(cqc-provider, HomeFirstCqcProvider, "Identifies a provider by its registration with the Care Quality Commission. The name of the system is ours\, because no FHIR name was found.")

Instance: cqc-location
InstanceOf: NamingSystem
Usage: #definition
Title: "CQC location"
Description: "Identifies a registered location of care."
* insert OwnSystem(cqc-location, HomeFirstCqcLocation, "Identifies one site of a provider by its registration with the Care Quality Commission\, which changes when the site is registered anew. The name of the system is ours\, because no FHIR name was found.")
