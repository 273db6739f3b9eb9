// The referral form of TRUST1 about Ada, and the document that carries it.

Instance: ada-needs-assessment
InstanceOf: HomeFirstNeedsAssessment
Usage: #example
Title: "Ada's needs, as the ward described them"
Description: "The referral form with every mandatory item; one that is not known says so."
* meta.extension[sourceRecorded].valueInstant = "2026-11-22T17:25:55Z"
* identifier.system = "https://home-first.example/fhir/Id/local/trust1-epr/TRUST1/form"
* identifier.value = "FORM-V1000001"
* basedOn = Reference(ServiceRequest/ada-referral)
* questionnaire = "https://home-first.example/fhir/Questionnaire/HomeFirstReferralForm"
* status = #completed
* subject = Reference(Patient/ada)
* encounter = Reference(Encounter/ada-spell)
* authored = "2026-11-22T17:25:55Z"
* author = Reference(Organization/trust1)
* source = Reference(Patient/ada)
* item[+] insert Answered(person)
  * item[+] insert Answered(person.name)
    * item[+] insert Said(person.name.first, "ADA")
    * item[+] insert Said(person.name.family, "TESTPATIENT")
  * item[+].linkId = "person.date-of-birth"
  * item[=].answer.valueDate = "1940-02-29"
  * item[+] insert Said(person.nhs-number, "9990000018")
  * item[+] insert Answered(person.address)
    * item[+] insert Said(person.address.line-1, "1 EXAMPLE ROAD")
    * item[+] insert Said(person.address.postcode, "ZZ99 9ZZ")
* item[+] insert Answered(gp)
  * item[+] insert Said(gp.name, "Example Surgery")
  * item[+] insert Said(gp.identifier, "GP1")
* item[+] insert Answered(safeguarding)
  * item[+] insert Answered(safeguarding.concerns)
    * item[+].linkId = "safeguarding.concerns.indicator"
    * item[=].answer.valueBoolean = false
* item[+] insert Answered(local-authority)
  * item[+] insert Said(local-authority.name, "Example County Council")
  * item[+].linkId = "local-authority.contact-name"
  * item[=].answer.valueString.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
  * item[=].answer.valueString.extension.valueCode = #not-asked
  * item[+] insert Said(local-authority.contact-details, "01632 960010")
* item[+] insert Answered(personal-contacts)
  * item[+] insert Said(personal-contacts.name, "Grace Testpatient")
  * item[+].linkId = "personal-contacts.relationship"
  * item[=].answer.valueString = "Daughter"
  * item[+] insert Said(personal-contacts.contact-details, "01632 960002")
* item[+] insert Answered(referral)
  * item[+] insert Answered(referral.referrer)
    * item[+] insert Said(referral.referrer.name, "Ward 7 discharge coordinator")
    * item[+] insert Said(referral.referrer.contact-details, "01632 960004")
  * item[+] insert Said(referral.reason, "Fall at home; ready to leave when there is help with washing and on the stairs")
* item[+] insert Answered(discharge)
  * item[+] insert Answered(discharge.details)
    * item[+].linkId = "discharge.details.expected-date"
    * item[=].answer.valueDate = "2026-11-22"
  * item[+] insert Answered(discharge.informed)
    * item[+].linkId = "discharge.informed.person"
    * item[=].answer.valueBoolean = true
    * item[+].linkId = "discharge.informed.carer"
    * item[=].answer.valueCoding = $adw-carer-consultation-status#Y "Yes"
* extension[recordedAt].valueReference = Reference(Organization/trust1)
* extension[recordedAt].valueReference = Reference(Organization/trust1)
* item[+] insert Answered(care-needs)
  * extension[entry].extension[performer].valueReference = Reference(ada-ward-therapist)
  * extension[entry].extension[recorder].valueReference = Reference(ada-ward-doctor)
  * extension[entry].extension[recorded].valueDateTime = "2026-11-22T10:20:00Z"
  * extension[entry].extension[location].valueReference = Reference(Organization/trust1)
  * extension[entry].extension[performer].valueReference = Reference(PractitionerRole/ada-ward-doctor)
  * extension[entry].extension[recorded].valueDateTime = "2026-11-22T16:40:00Z"
  * item[+] insert Said(care-needs.statement, [["Help to wash and dress, morning and evening; one person behind her on the stairs. Cooks for herself"]])
* item[+] insert Answered(level-of-care)
  * item[+].linkId = "level-of-care.observation"
  * item[=].answer.valueCoding = HomeFirstLevelOfObservationCodes#A "General"
* item[+] insert Answered(allergies)
  * item[+].linkId = "allergies.causative-agent"
  * item[=].answer.valueCoding = $sct#716186003 "No known allergy"
* item[+] insert Answered(assessment-notice)
  * item[+].linkId = "assessment-notice.person-consulted"
  * item[=].answer.valueCoding = $adw-consultation-status#Y "Yes"
  * item[+].linkId = "assessment-notice.carer-consulted"
  * item[=].answer.valueCoding = $adw-carer-consultation-status#Y "Yes"

RuleSet: Answered(link)
* linkId = "{link}"

RuleSet: Said(link, words)
* linkId = "{link}"
* answer.valueString = {words}
