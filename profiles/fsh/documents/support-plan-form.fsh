// The form of the personalised care and support plan: the items of PRSB's standard v2.0.

Instance: PersonalisedCareAndSupportPlan
InstanceOf: Questionnaire
Usage: #definition
Title: "Personalised care and support plan"
Description: "A personalised care and support plan as a form, for systems that hold answers and not resources (HomeFirstCarePlan is the same content as resources). Every item of PRSB's Personalised Care and Support Plan v2.0 (DAPB4022, December 2021): needs hold goals, goals hold actions and outcomes, as groups in groups. What PRSB makes mandatory is required. Clusters of who, when and where: as in HomeFirstReferralForm. linkIds are ours and do not change. Structure: PRSB's, whose standard is © PRSB and whose guidance is not repeated here."
* insert Form(PersonalisedCareAndSupportPlan)
* title = "Personalised care and support plan"
* description = "A personalised care and support plan as a form, for systems that hold answers and not resources (HomeFirstCarePlan is the same content as resources). Every item of PRSB's Personalised Care and Support Plan v2.0 (DAPB4022, December 2021): needs hold goals, goals hold actions and outcomes, as groups in groups. What PRSB makes mandatory is required. Clusters of who, when and where: as in HomeFirstReferralForm. linkIds are ours and do not change. Structure: PRSB's, whose standard is © PRSB and whose guidance is not repeated here."
* item[+] insert Question(person, "Person demographics", group)
  * code = $uk-headings#person-demographics
  * required = true
  * item[+] insert Question(person.name, "Person name", group)
    * required = true
    * item[+] insert Question(person.name.first, "Person first name", string)
      * required = true
    * item[+] insert Question(person.name.family, "Person family name", string)
      * required = true
    * item[+] insert Question(person.name.preferred, "Person preferred name", string)
    * item[+] insert Question(person.name.title, "Title", string)
    * item[+] insert Question(person.name.suffix, "Person name suffix", string)
    * item[+] insert Question(person.name.full, "Person full name", string)
  * item[+] insert Question(person.date-of-birth, "Date of birth", date)
    * required = true
  * item[+] insert Question(person.gender, "Gender", string)
  * item[+] insert Question(person.alias, "Person alias", string)
    * repeats = true
  * item[+] insert Question(person.ethnicity, "Ethnicity", open-choice)
    * answerValueSet = Canonical(HomeFirstEthnicCategory)
  * item[+] insert Question(person.religion, "Religion", open-choice)
  * item[+] insert Question(person.sex, "Sex", string)
  * item[+] insert Question(person.nhs-number, "NHS number", string)
  * item[+] insert Question(person.other-identifier, "Other identifier", string)
    * repeats = true
  * item[+] insert Question(person.address, "Person's address", group)
    * required = true
    * repeats = true
    * item[+] insert Question(person.address.line-1, "Address line 1", string)
      * required = true
    * item[+] insert Question(person.address.line-2, "Address line 2", string)
    * item[+] insert Question(person.address.line-3, "Address line 3", string)
    * item[+] insert Question(person.address.line-4, "Address line 4", string)
    * item[+] insert Question(person.address.line-5, "Address line 5", string)
    * item[+] insert Question(person.address.postcode, "Postcode", string)
      * required = true
    * item[+] insert Question(person.address.type, "Address type", string)
  * item[+] insert Question(person.contact, "Person's contact details", group)
    * item[+] insert Question(person.contact.preferred-method, "Preferred contact method", string)
    * item[+] insert Question(person.contact.phone, "Person's telephone number details", group)
      * repeats = true
      * item[+] insert Question(person.contact.phone.number, "Person's telephone number", string)
      * item[+] insert Question(person.contact.phone.type, "Person's telephone number type", string)
      * item[+] insert Question(person.contact.phone.preference, "Preference of telephone number", integer)
    * item[+] insert Question(person.contact.email, "Person's email address details", group)
      * repeats = true
      * item[+] insert Question(person.contact.email.address, "Person's email address", string)
      * item[+] insert Question(person.contact.email.type, "Person's email address type", string)
      * item[+] insert Question(person.contact.email.preference, "Preference of email address", integer)
    * item[+] insert Question(person.contact.other, "Other contact information", string)
      * repeats = true
  * item[+] insert Question(person.place-of-birth, "Place of birth", string)
  * item[+] insert Question(person.marital-status, "Marital status", string)
* item[+] insert Question(gp, "GP practice", group)
  * code = $uk-headings#gp-practice
  * required = true
  * repeats = true
  * item[+] insert Question(gp.name, "GP name", string)
  * item[+] insert Question(gp.details, "GP practice details", text)
  * item[+] insert Question(gp.identifier, "GP practice identifier", string)
    * required = true
* item[+] insert Question(about-me, "About me", group)
  * code = $sct#1515851000000101
  * item[+] insert Question(about-me.important, "What is most important to me", text)
    * code = $sct#1515861000000103
  * item[+] insert Question(about-me.people, "People who are important to me", text)
    * code = $sct#1515871000000105
  * item[+] insert Question(about-me.communicate, "How I communicate and how to communicate with me", text)
    * code = $sct#1515881000000107
  * item[+] insert Question(about-me.wellness, "My wellness", text)
    * code = $sct#1515891000000109
  * item[+] insert Question(about-me.please-do, "Please do and please don't", text)
    * code = $sct#1515901000000105
  * item[+] insert Question(about-me.support, "How and when to support me", text)
    * code = $sct#1515911000000107
  * item[+] insert Question(about-me.worth-knowing, "Also worth knowing about me", text)
    * code = $sct#1515921000000101
  * item[+] insert Question(about-me.date, "Date", dateTime)
  * item[+] insert Question(about-me.supported-by, "Supported to write this by", text)
  * item[+] insert Question(about-me.media, "Location to multimedia file", text)
* item[+] insert Question(professional-contacts, "Professional contacts", group)
  * code = $uk-headings#professional-contacts
  * repeats = true
  * item[+] insert Question(professional-contacts.name, "Name", text)
  * item[+] insert Question(professional-contacts.role, "Role", open-choice)
  * item[+] insert Question(professional-contacts.key-worker, "Key worker", boolean)
  * item[+] insert Question(professional-contacts.speciality, "Speciality", string)
  * item[+] insert Question(professional-contacts.team, "Team", text)
  * item[+] insert Question(professional-contacts.organisation, "Organisation", open-choice)
    * repeats = true
  * item[+] insert Question(professional-contacts.contact-details, "Contact details", string)
  * item[+] insert Question(professional-contacts.start-date, "Start date", dateTime)
  * item[+] insert Question(professional-contacts.end-date, "End date", dateTime)
* item[+] insert Question(personal-contacts, "Personal contacts", group)
  * code = HomeFirstSectionCodes#personal-contacts
  * repeats = true
  * item[+] insert Question(personal-contacts.name, "Name", string)
    * required = true
  * item[+] insert Question(personal-contacts.relationship, "Relationship", open-choice)
    * answerValueSet = Canonical(HomeFirstRelationship)
  * item[+] insert Question(personal-contacts.relationship-type, "Relationship type", text)
  * item[+] insert Question(personal-contacts.contact-details, "Contact details", string)
  * item[+] insert Question(personal-contacts.comments, "Comments", text)
* item[+] insert Question(formulation, "Formulation", group)
  * repeats = true
  * item[+] insert Question(formulation.date, "Date", dateTime)
  * item[+] insert Question(formulation.statement, "Formulation", text)
* item[+] insert Question(plan, "Care and support plan", group)
  * code = HomeFirstSectionCodes#care-and-support-plan
  * item[+] insert Question(plan.strength, "Strengths", open-choice)
    * repeats = true
  * item[+] insert Question(plan.need, [["Needs, concerns or problems"]], group)
    * repeats = true
    * item[+] insert Question(plan.need.value, [["Needs, concerns or problems"]], open-choice)
      * repeats = true
    * item[+] insert Question(plan.need.goal, "Goals and hopes", group)
      * repeats = true
      * item[+] insert Question(plan.need.goal.value, "Goals and hopes", open-choice)
        * repeats = true
      * item[+] insert Question(plan.need.goal.importance, "Goal importance score", decimal)
      * item[+] insert Question(plan.need.goal.action, "Actions and activities", group)
        * repeats = true
        * item[+] insert Question(plan.need.goal.action.what, "What", open-choice)
          * repeats = true
        * item[+] insert Question(plan.need.goal.action.who, "Who", group)
          * item[+] insert Question(plan.need.goal.action.who.name, "Name", text)
          * item[+] insert Question(plan.need.goal.action.who.role, "Role", open-choice)
          * item[+] insert Question(plan.need.goal.action.who.team, "Team", text)
          * item[+] insert Question(plan.need.goal.action.who.contact-details, "Contact details", string)
        * item[+] insert Question(plan.need.goal.action.when, "When", dateTime)
        * item[+] insert Question(plan.need.goal.action.strategies, "Suggested strategies", text)
        * item[+] insert Question(plan.need.goal.action.status, "Status", open-choice)
          * repeats = true
        * item[+] insert Question(plan.need.goal.action.confidence, "Confidence", decimal)
        * item[+] insert Question(plan.need.goal.action.updated, "Date last updated", dateTime)
        * item[+] insert Question(plan.need.goal.action.review-date, "Review date", dateTime)
        * item[+] insert Question(plan.need.goal.action.stage, "Stage goal", group)
          * repeats = true
          * item[+] insert Question(plan.need.goal.action.stage.statement, "Stage goal", open-choice)
            * repeats = true
          * item[+] insert Question(plan.need.goal.action.stage.outcome, "Outcome", open-choice)
            * repeats = true
          * item[+] insert Question(plan.need.goal.action.stage.status, "Goal status", open-choice)
      * item[+] insert Question(plan.need.goal.outcome, "Outcomes", open-choice)
        * repeats = true
      * item[+] insert Question(plan.need.goal.status, "Goal status", open-choice)
  * item[+] insert Question(plan.agreed, "Agreed with person or legitimate representative", group)
    * item[+] insert Question(plan.agreed.is-agreed, "Person or legitimate representative", boolean)
    * item[+] insert Question(plan.agreed.full, "Person full name", string)
    * item[+] insert Question(plan.agreed.role, "Role", open-choice)
  * item[+] insert Question(plan.funding, "Care funding source", open-choice)
    * repeats = true
    * answerValueSet = Canonical(HomeFirstFunding)
  * item[+] insert Question(plan.updated, "Date this plan was last updated", dateTime)
  * item[+] insert Question(plan.other-documents, "Other care planning documents", text)
    * repeats = true
  * item[+] insert Question(plan.review, "Planned review date/interval", dateTime)
  * item[+] insert Question(plan.review-by, "Responsibility for review", group)
    * item[+] insert Question(plan.review-by.name, "Name", text)
    * item[+] insert Question(plan.review-by.role, "Role", open-choice)
    * item[+] insert Question(plan.review-by.contact-details, "Contact details", string)
* item[+] insert Question(contingency, "Contingency/safety plans", group)
  * code = HomeFirstSectionCodes#contingency-plan
  * repeats = true
  * item[+] insert Question(contingency.trigger, "Trigger factors", open-choice)
    * required = true
    * repeats = true
  * item[+] insert Question(contingency.name, "Contingency plan name", open-choice)
    * repeats = true
  * item[+] insert Question(contingency.action, "What should happen", open-choice)
    * repeats = true
  * item[+] insert Question(contingency.contact, "Who should be contacted", group)
    * repeats = true
    * item[+] insert Question(contingency.contact.name, "Name", text)
    * item[+] insert Question(contingency.contact.role, "Role", open-choice)
    * item[+] insert Question(contingency.contact.contact-details, "Contact details", string)
  * item[+] insert Question(contingency.agreed, "Agreed with person or legitimate representative", group)
    * item[+] insert Question(contingency.agreed.is-agreed, "Person or legitimate representative", boolean)
    * item[+] insert Question(contingency.agreed.full, "Person full name", string)
    * item[+] insert Question(contingency.agreed.role, "Role", open-choice)
  * item[+] insert Question(contingency.updated, "Date this plan was last updated", dateTime)
  * item[+] insert Question(contingency.review, "Planned review date/interval", dateTime)
  * item[+] insert Question(contingency.review-by, "Responsibility for review", group)
    * item[+] insert Question(contingency.review-by.name, "Name", text)
    * item[+] insert Question(contingency.review-by.role, "Role", open-choice)
    * item[+] insert Question(contingency.review-by.contact-details, "Contact details", string)
  * item[+] insert Question(contingency.coping, "Coping strategies", group)
    * repeats = true
    * item[+] insert Question(contingency.coping.strategy, "Coping strategy", text)
    * item[+] insert Question(contingency.coping.start-date, "Start date", dateTime)
    * item[+] insert Question(contingency.coping.end-date, "End date", dateTime)
  * item[+] insert Question(contingency.early-warning, "early warning signs", open-choice)
    * repeats = true
  * item[+] insert Question(contingency.advance-statement, "Advance statement", group)
    * item[+] insert Question(contingency.advance-statement.date, "Date", dateTime)
    * item[+] insert Question(contingency.advance-statement.statement, "Advance statement", open-choice)
      * repeats = true
    * item[+] insert Question(contingency.advance-statement.location-of-document, "Location of document", text)
  * item[+] insert Question(contingency.anticipatory, "Anticipatory medicines/equipment", text)
    * repeats = true
* item[+] insert Question(additional, "Additional support plans", group)
  * code = HomeFirstSectionCodes#additional-support-plan
  * repeats = true
  * item[+] insert Question(additional.name, "Additional support plan name", open-choice)
    * repeats = true
  * item[+] insert Question(additional.content, "Additional support plan content", text)
  * item[+] insert Question(additional.review, "Planned review date/interval", dateTime)
  * item[+] insert Question(additional.review-by, "Responsibility for review", group)
    * item[+] insert Question(additional.review-by.name, "Name", text)
    * item[+] insert Question(additional.review-by.role, "Role", open-choice)
    * item[+] insert Question(additional.review-by.contact-details, "Contact details", string)
  * item[+] insert Question(additional.updated, "Date this plan was last updated", dateTime)
