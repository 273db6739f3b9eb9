// What Ada wants those who support her to know.

Instance: ada-about-me
InstanceOf: HomeFirstAboutMe
Usage: #example
Title: "Ada's About Me"
Description: "Three of the seven items, in Ada's words; the others she left out."
* meta.extension[sourceRecorded].valueInstant = "2026-11-21T10:45:00Z"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/form"
* identifier.value = "ABOUT-1"
* extension[recordedAt].valueReference = Reference(Organization/trust1)
* questionnaire = "https://home-first.example/fhir/Questionnaire/AboutMe"
* status = #completed
* subject = Reference(Patient/ada)
* authored = "2026-11-21T10:30:00Z"
* source = Reference(Patient/ada)
* item[0].linkId = "important"
* item[0].item[0].linkId = "important.text"
* item[0].item[0].answer.valueString = "My own bed, my cat, and church on Sunday"
* item[1].linkId = "communicate"
* item[1].item[0].linkId = "communicate.text"
* item[1].item[0].answer.valueString = "I hear better on the left. Please do not shout"
* item[2].linkId = "please-do"
* item[2].item[0].linkId = "please-do.text"
* item[2].item[0].answer.valueString = "Please ring twice and wait: I need time to reach the door"
* item[3].linkId = "supported-by"
* item[3].answer.valueString = "Her daughter"
