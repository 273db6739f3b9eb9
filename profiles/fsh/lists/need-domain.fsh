// In what part of life a person needs help.

CodeSystem: HomeFirstNeedDomainCodes
Id: need-domain
Title: "Domain of need"
Description: "In what part of life a person needs help. The first ten are the outcomes of the Care and Support (Eligibility Criteria) Regulations 2015, shortened and restated from general knowledge (check before relying on them); the others are what a discharge needs said besides. Codes: ours. Source: ours (Home First Gateway, November 2026). Licence: Apache-2.0."
* insert Ours
* ^caseSensitive = true
* ^valueSet = "https://home-first.example/fhir/ValueSet/need-domain"
* #nutrition "Managing and maintaining nutrition" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(a)"
* #personal-hygiene "Maintaining personal hygiene" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(b)"
* #toilet "Managing toilet needs" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(c)"
* #clothing "Being appropriately clothed" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(d)"
* #home-safety "Being able to make use of the home safely" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(e)"
* #home-environment "Maintaining a habitable home environment" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(f)"
* #relationships "Developing and maintaining family or other personal relationships" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(g)"
* #work-and-learning "Accessing and engaging in work, training, education or volunteering" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(h)"
* #community "Making use of facilities or services in the local community" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(i)"
* #caring-for-a-child "Carrying out caring responsibilities for a child" "The Care and Support (Eligibility Criteria) Regulations 2015, regulation 2(2)(j)"
* #mobility "Moving about and transfers"
* #medicines "Managing medicines"
* #nursing "Nursing care and treatment"
* #skin "Skin and wounds"
* #communication "Communication, sight and hearing"
* #cognition "Memory and understanding"
* #mood-and-behaviour "Mood and behaviour"
* #night "Needs at night"
* #end-of-life "End of life"
* #equipment "Equipment and adaptations"
* #caring-for-an-adult "Caring for another adult"
* #money "Managing money"
* #other "Other" "With a text"

ValueSet: HomeFirstNeedDomain
Id: need-domain
Title: "Domain of need"
Description: "Every code of the code system of this name, where its source and licence are stated."
* insert Ours
* include codes from system HomeFirstNeedDomainCodes
