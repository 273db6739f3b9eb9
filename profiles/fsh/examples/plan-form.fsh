// Ada's plan as a form, for a council whose system holds answers and not resources.

Instance: ada-plan-form
InstanceOf: QuestionnaireResponse
Usage: #example
Title: "Ada's plan as a form"
Description: "The same plan as ada-plan, as answers to PersonalisedCareAndSupportPlan: the need holds the goal, the goal holds the action and the outcome."
* questionnaire = "https://home-first.example/fhir/Questionnaire/PersonalisedCareAndSupportPlan"
* status = #completed
* subject = Reference(Patient/ada)
* authored = "2026-11-22T18:20:00Z"
* author = Reference(Organization/community1)
* source = Reference(Patient/ada)
* item[+] insert Answered(person)
  * item[+] insert Answered(person.name)
    * item[+] insert Said(person.name.first, "ADA")
    * item[+] insert Said(person.name.family, "TESTPATIENT")
  * item[+].linkId = "person.date-of-birth"
  * item[=].answer.valueDate = "1940-02-29"
  * item[+] insert Answered(person.address)
    * item[+] insert Said(person.address.line-1, "1 EXAMPLE ROAD")
    * item[+] insert Said(person.address.postcode, "ZZ99 9ZZ")
* item[+] insert Answered(gp)
  * item[+] insert Said(gp.identifier, "GP1")
* item[+] insert Answered(plan)
  * item[+] insert Said(plan.strength, [["Ada has cooked for herself all her life, and her daughter comes every weekend"]])
  * item[+] insert Answered(plan.need)
    * item[+] insert Said(plan.need.value, "I cannot wash my back and legs since the fall")
    * item[+] insert Answered(plan.need.goal)
      * item[+] insert Said(plan.need.goal.value, "Washes and dresses without help")
      * item[+].linkId = "plan.need.goal.importance"
      * item[=].answer.valueDecimal = 9
      * item[+] insert Answered(plan.need.goal.action)
        * item[+] insert Said(plan.need.goal.action.what, [["Reablement visits, morning and evening, four hours a week"]])
        * item[+] insert Answered(plan.need.goal.action.who)
          * item[+] insert Said(plan.need.goal.action.who.team, "Example Community Health")
  * item[+] insert Answered(plan.agreed)
    * item[+].linkId = "plan.agreed.is-agreed"
    * item[=].answer.valueBoolean = true
* item[+] insert Answered(contingency)
  * item[+] insert Said(contingency.trigger, "Her daughter is ill or away at a weekend")
  * item[+] insert Said(contingency.action, "A third visit at noon until her daughter is back")
