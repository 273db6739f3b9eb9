// The form of the referral for assessment: the items of PRSB's Hospital Referral for Assessment for Community Care and Support v1.1.

Instance: HomeFirstReferralForm
InstanceOf: Questionnaire
Usage: #definition
Title: "Home First referral form"
Description: "The hospital's referral for assessment for community care and support as a form, for systems that hold answers and not resources. Every item of PRSB's Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), optional ones too; what PRSB makes mandatory is required (in an optional group: when the group is there). A code and words for one item stand side by side as two answers. Who did, who wrote down, when and where is said once for the form (author, authored, recorded-at), and by the extension record-entry where one item differs, in place of PRSB's repeated clusters. linkIds are ours and do not change; answers that have a national list are bound to it. Structure: PRSB's, whose standard is © PRSB and whose guidance is not repeated here."
* insert Form(HomeFirstReferralForm)
* title = "Home First referral form"
* description = "The hospital's referral for assessment for community care and support as a form, for systems that hold answers and not resources. Every item of PRSB's Hospital Referral for Assessment for Community Care and Support v1.1 (April 2021), optional ones too; what PRSB makes mandatory is required (in an optional group: when the group is there). A code and words for one item stand side by side as two answers. Who did, who wrote down, when and where is said once for the form (author, authored, recorded-at), and by the extension record-entry where one item differs, in place of PRSB's repeated clusters. linkIds are ours and do not change; answers that have a national list are bound to it. Structure: PRSB's, whose standard is © PRSB and whose guidance is not repeated here."
* item[+] insert Question(person, "Person demographics", group)
  * code = $uk-headings#person-demographics
  * required = true
  * item[+] insert Question(person.name, "Person name", group)
    * required = true
    * item[+] insert Question(person.name.first, "Person first name", string)
      * repeats = true
    * item[+] insert Question(person.name.family, "Person family name", string)
    * item[+] insert Question(person.name.preferred, "Person preferred name", string)
    * item[+] insert Question(person.name.title, "Title", string)
    * item[+] insert Question(person.name.suffix, "Person name suffix", string)
    * item[+] insert Question(person.name.full, "Person full name", string)
  * item[+] insert Question(person.date-of-birth, "Date of birth", date)
    * required = true
  * item[+] insert Question(person.gender, "Gender", string)
  * item[+] insert Question(person.ethnicity, "Ethnicity", open-choice)
    * answerValueSet = Canonical(HomeFirstEthnicCategory)
  * item[+] insert Question(person.religion, "Religion", open-choice)
  * item[+] insert Question(person.sex, "Sex", string)
  * item[+] insert Question(person.nhs-number, "NHS number", string)
  * item[+] insert Question(person.nhs-number-status, "NHS number status indicator", open-choice)
    * answerValueSet = Canonical(HomeFirstNhsNumberVerificationStatus)
  * item[+] insert Question(person.other-identifier, "Other identifier", string)
    * repeats = true
  * item[+] insert Question(person.address, "Person's address", group)
    * required = true
    * item[+] insert Question(person.address.line-1, "Address line 1", string)
    * item[+] insert Question(person.address.line-2, "Address line 2", string)
    * item[+] insert Question(person.address.line-3, "Address line 3", string)
    * item[+] insert Question(person.address.line-4, "Address line 4", string)
    * item[+] insert Question(person.address.line-5, "Address line 5", string)
    * item[+] insert Question(person.address.postcode, "Postcode", string)
  * item[+] insert Question(person.immigration-status, "Immigration status", group)
    * item[+] insert Question(person.immigration-status.statement, "Immigration status", open-choice)
      * answerValueSet = Canonical(HomeFirstImmigrationStatus)
    * item[+] insert Question(person.immigration-status.start-date, "Start date", dateTime)
    * item[+] insert Question(person.immigration-status.end-date, "End date", dateTime)
    * item[+] insert Question(person.immigration-status.comment, "Comment", text)
* item[+] insert Question(gp, "GP practice", group)
  * code = $uk-headings#gp-practice
  * required = true
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
* item[+] insert Question(requirements, "Individual requirements", group)
  * code = $uk-headings#individual-requirements
  * item[+] insert Question(requirements.reasonable-adjustment, "Reasonable adjustment", group)
    * repeats = true
    * item[+] insert Question(requirements.reasonable-adjustment.statement, "Reasonable adjustment", open-choice)
      * repeats = true
    * item[+] insert Question(requirements.reasonable-adjustment.detail, "Reasonable adjustment additional detail", string)
    * item[+] insert Question(requirements.reasonable-adjustment.date, "Date", dateTime)
  * item[+] insert Question(requirements.impairment, "Impairment", group)
    * repeats = true
    * item[+] insert Question(requirements.impairment.category, "Impairment category", open-choice)
      * repeats = true
    * item[+] insert Question(requirements.impairment.detail, "Impairment additional detail", text)
    * item[+] insert Question(requirements.impairment.date, "Date", dateTime)
  * item[+] insert Question(requirements.mobility, "Mobility", group)
    * item[+] insert Question(requirements.mobility.date, "Date", dateTime)
    * item[+] insert Question(requirements.mobility.needs, "Mobility needs", open-choice)
      * repeats = true
  * item[+] insert Question(requirements.other, "Other individual requirements", group)
    * item[+] insert Question(requirements.other.date, "Date", dateTime)
    * item[+] insert Question(requirements.other.requirement, "Other individual requirement", text)
* item[+] insert Question(alerts, "Alerts", group)
  * code = $uk-headings#alerts
  * repeats = true
  * item[+] insert Question(alerts.alert, "Alert", string)
    * required = true
* item[+] insert Question(legal, "Legal information", group)
  * code = $uk-headings#legal-information
  * item[+] insert Question(legal.treatment-consent, "Consent for treatment record", group)
    * item[+] insert Question(legal.treatment-consent.date, "Date", date)
    * item[+] insert Question(legal.treatment-consent.statement, "Consent for treatment record", text)
    * item[+] insert Question(legal.treatment-consent.location-of-document, "Location of document", text)
  * item[+] insert Question(legal.sharing-consent, "Consent for information sharing", group)
    * item[+] insert Question(legal.sharing-consent.date, "Date", dateTime)
    * item[+] insert Question(legal.sharing-consent.statement, "Consent for information sharing", text)
    * item[+] insert Question(legal.sharing-consent.reason-not-given, "Reason for consent not given", text)
  * item[+] insert Question(legal.capacity, "Mental capacity assessment", group)
    * repeats = true
    * item[+] insert Question(legal.capacity.date, "Date", dateTime)
    * item[+] insert Question(legal.capacity.statement, "Mental capacity assessment", text)
    * item[+] insert Question(legal.capacity.location-of-document, "Location of document", text)
  * item[+] insert Question(legal.attorney, [["Lasting power of attorney for personal welfare or court-appointed deputy (or equivalent)"]], group)
    * item[+] insert Question(legal.attorney.date, "Date", dateTime)
    * item[+] insert Question(legal.attorney.statement, [["Lasting power of attorney for personal welfare or court appointed deputy (or equivalent)"]], group)
      * item[+] insert Question(legal.attorney.statement.value, [["Lasting power of attorney for personal welfare or court appointed deputy (or equivalent)"]], open-choice)
        * repeats = true
      * item[+] insert Question(legal.attorney.statement.location-of-document, "Location of document", text)
      * item[+] insert Question(legal.attorney.statement.name, "Name of LPA", text)
      * item[+] insert Question(legal.attorney.statement.contact-details, "Contact details", string)
  * item[+] insert Question(legal.deprivation-of-liberty, "Deprivation of Liberty Safeguards or equivalent", group)
    * item[+] insert Question(legal.deprivation-of-liberty.application-date, "Application date", dateTime)
    * item[+] insert Question(legal.deprivation-of-liberty.application-status, "Application status", string)
    * item[+] insert Question(legal.deprivation-of-liberty.statement, "Deprivation of liberty safeguards or equivalent", text)
    * item[+] insert Question(legal.deprivation-of-liberty.start-date-of-authorisation, "Start date of authorisation", dateTime)
    * item[+] insert Question(legal.deprivation-of-liberty.end-of-authorisation, "Planned or actual end date of authorisation", dateTime)
  * item[+] insert Question(legal.mental-health-act, "Mental health act or equivalent status", group)
    * repeats = true
    * item[+] insert Question(legal.mental-health-act.section-start-date, "Section start date", dateTime)
    * item[+] insert Question(legal.mental-health-act.section-end-date, "Section end date", dateTime)
    * item[+] insert Question(legal.mental-health-act.statement, "Mental health act or equivalent status", group)
      * item[+] insert Question(legal.mental-health-act.statement.value, "Mental health act or equivalent status", open-choice)
        * repeats = true
      * item[+] insert Question(legal.mental-health-act.statement.supporting-information, "Supporting information", text)
  * item[+] insert Question(legal.refusal-of-treatment, [["Advance decision to refuse treatment (ADRT)"]], group)
    * item[+] insert Question(legal.refusal-of-treatment.date, "Date", date)
    * item[+] insert Question(legal.refusal-of-treatment.statement, "Advance decision to refuse treatment", open-choice)
      * repeats = true
* item[+] insert Question(safeguarding, "Safeguarding", group)
  * code = $uk-headings#safeguarding
  * item[+] insert Question(safeguarding.concerns, "Safeguarding concerns", group)
    * repeats = true
    * item[+] insert Question(safeguarding.concerns.indicator, "Safeguarding indicator", boolean)
      * required = true
    * item[+] insert Question(safeguarding.concerns.date, "Safeguarding concerns date", dateTime)
    * item[+] insert Question(safeguarding.concerns.end-date, "Safeguarding concerns end date", dateTime)
    * item[+] insert Question(safeguarding.concerns.statement, "Safeguarding concerns", open-choice)
      * repeats = true
* item[+] insert Question(local-authority, "Local authority", group)
  * code = HomeFirstSectionCodes#local-authority
  * required = true
  * item[+] insert Question(local-authority.organisation-code, "Organisation code", string)
    * repeats = true
  * item[+] insert Question(local-authority.name, "Local authority name", text)
    * required = true
  * item[+] insert Question(local-authority.social-services-team, "Social services team", text)
    * repeats = true
  * item[+] insert Question(local-authority.contact-name, "Local authority contact name", string)
    * required = true
  * item[+] insert Question(local-authority.contact-details, "Local authority contact details", text)
    * required = true
* item[+] insert Question(professional-contacts, "Professional contacts", group)
  * code = $uk-headings#professional-contacts
  * repeats = true
  * item[+] insert Question(professional-contacts.name, "Name", text)
  * item[+] insert Question(professional-contacts.role, "Role", open-choice)
  * item[+] insert Question(professional-contacts.speciality, "Speciality", string)
  * item[+] insert Question(professional-contacts.team, "Team", text)
  * item[+] insert Question(professional-contacts.organisation, "Organisation", open-choice)
    * repeats = true
  * item[+] insert Question(professional-contacts.contact-details, "Contact details", string)
    * required = true
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
    * repeats = true
  * item[+] insert Question(personal-contacts.contact-details, "Contact details", string)
    * required = true
  * item[+] insert Question(personal-contacts.comments, "Comments", text)
* item[+] insert Question(referral, "Referral details", group)
  * code = $uk-headings#referral-details
  * required = true
  * item[+] insert Question(referral.date, "Date", dateTime)
  * item[+] insert Question(referral.referrer, "Referrer details", group)
    * required = true
    * item[+] insert Question(referral.referrer.name, "Name", string)
    * item[+] insert Question(referral.referrer.role, "Role", open-choice)
    * item[+] insert Question(referral.referrer.grade, "Grade", text)
    * item[+] insert Question(referral.referrer.team, "Team", text)
    * item[+] insert Question(referral.referrer.specialty, "Specialty", string)
    * item[+] insert Question(referral.referrer.service, "Service", open-choice)
      * repeats = true
    * item[+] insert Question(referral.referrer.organisation, "Organisation", open-choice)
      * repeats = true
    * item[+] insert Question(referral.referrer.contact-details, "Contact details", string)
      * required = true
  * item[+] insert Question(referral.type, "Referral type", text)
  * item[+] insert Question(referral.method, "Referral method", open-choice)
    * answerValueSet = Canonical(HomeFirstReferralMethod)
  * item[+] insert Question(referral.reason, "Reason for referral", text)
  * item[+] insert Question(referral.to, "Referral to", group)
    * item[+] insert Question(referral.to.name, "Name", string)
    * item[+] insert Question(referral.to.role, "Role", open-choice)
    * item[+] insert Question(referral.to.grade, "Grade", text)
    * item[+] insert Question(referral.to.team, "Team", text)
    * item[+] insert Question(referral.to.specialty, "Specialty", string)
    * item[+] insert Question(referral.to.service, "Service", open-choice)
      * repeats = true
    * item[+] insert Question(referral.to.organisation, "Organisation", open-choice)
      * repeats = true
    * item[+] insert Question(referral.to.contact-details, "Contact details", string)
  * item[+] insert Question(referral.respond-to, "Return response to", string)
* item[+] insert Question(admission, "Admission details", group)
  * code = $uk-headings#admission-details
  * item[+] insert Question(admission.date, "Date of admission", dateTime)
  * item[+] insert Question(admission.admitted-to, "Admitted to", open-choice)
    * repeats = true
  * item[+] insert Question(admission.responsible, "Responsible care professional", group)
    * item[+] insert Question(admission.responsible.name, "Name", string)
    * item[+] insert Question(admission.responsible.role, "Role", open-choice)
  * item[+] insert Question(admission.reason, "Reason for admission", open-choice)
    * repeats = true
  * item[+] insert Question(admission.method, "Admission method", open-choice)
    * repeats = true
    * answerValueSet = Canonical(HomeFirstAdmissionMethod)
  * item[+] insert Question(admission.source, "Source of admission", open-choice)
    * repeats = true
    * answerValueSet = Canonical(HomeFirstSourceOfAdmission)
  * item[+] insert Question(admission.patient-location, "Patient location", string)
* item[+] insert Question(discharge, "Discharge details", group)
  * code = $uk-headings#discharge-details
  * item[+] insert Question(discharge.details, "Discharge details record entry", group)
    * item[+] insert Question(discharge.details.expected-date, "Expected date of discharge", date)
      * code = $sct#861031000000101
      * repeats = true
    * item[+] insert Question(discharge.details.date, "Date of discharge", dateTime)
    * item[+] insert Question(discharge.details.location, "Discharge location", string)
    * item[+] insert Question(discharge.details.consultant, "Discharging consultant", group)
      * item[+] insert Question(discharge.details.consultant.name, "Name", string)
      * item[+] insert Question(discharge.details.consultant.role, "Role", open-choice)
    * item[+] insert Question(discharge.details.status, "Discharge status", string)
    * item[+] insert Question(discharge.details.method, "Discharge method", open-choice)
      * repeats = true
      * answerValueSet = Canonical(HomeFirstDischargeMethod)
    * item[+] insert Question(discharge.details.specialty, "Discharging specialty", open-choice)
      * repeats = true
    * item[+] insert Question(discharge.details.department, "Discharging department", text)
    * item[+] insert Question(discharge.details.destination, "Discharge destination", group)
      * item[+] insert Question(discharge.details.destination.statement, "Discharge destination", open-choice)
        * answerValueSet = Canonical(HomeFirstNationalDischargeDestination)
      * item[+] insert Question(discharge.details.destination.address, "Discharge address", string)
  * item[+] insert Question(discharge.informed, "Discharge date informed status", group)
    * required = true
    * item[+] insert Question(discharge.informed.person, "Discharge date person informed indicator", boolean)
      * required = true
    * item[+] insert Question(discharge.informed.carer, "Discharge date carer informed indicator", choice)
      * required = true
      * answerValueSet = Canonical(HomeFirstAdwCarerConsultationStatus)
* item[+] insert Question(problems, "Problem list", group)
  * code = $uk-headings#problems
  * item[+] insert Question(problems.date, "Date", dateTime)
  * item[+] insert Question(problems.problem, "Problem", open-choice)
    * repeats = true
  * item[+] insert Question(problems.onset-date, "Onset date", dateTime)
  * item[+] insert Question(problems.end-date, "End Date", dateTime)
  * item[+] insert Question(problems.stage-of-disease, "Stage of disease", text)
  * item[+] insert Question(problems.comment, "Comment", text)
* item[+] insert Question(procedures, "Procedures and therapies", group)
  * code = $uk-headings#procedures-and-therapies
  * repeats = true
  * item[+] insert Question(procedures.date, "Date", dateTime)
  * item[+] insert Question(procedures.procedure, "Procedure", open-choice)
    * required = true
    * repeats = true
  * item[+] insert Question(procedures.anatomical-site, "Anatomical site", open-choice)
    * repeats = true
  * item[+] insert Question(procedures.laterality, "Laterality", open-choice)
    * repeats = true
  * item[+] insert Question(procedures.complications, "Complications related to procedure", open-choice)
    * repeats = true
  * item[+] insert Question(procedures.anaesthesia, "Specific anesthesia issues", open-choice)
    * repeats = true
  * item[+] insert Question(procedures.comment, "Comment", text)
* item[+] insert Question(clinical-summary, "Clinical Summary", group)
  * code = $uk-headings#clinical-summary
  * item[+] insert Question(clinical-summary.date, "Date", date)
  * item[+] insert Question(clinical-summary.summary, "Clinical summary", text)
* item[+] insert Question(treatments, "Treatments and interventions", group)
  * code = $uk-headings#treatments-and-interventions
  * item[+] insert Question(treatments.changes, "Treatments and interventions and changes made to treatments", open-choice)
    * repeats = true
* item[+] insert Question(social-context, "Social context", group)
  * code = $uk-headings#social-context
  * item[+] insert Question(social-context.household-composition, "Household composition", group)
    * item[+] insert Question(social-context.household-composition.date, "Date", dateTime)
    * item[+] insert Question(social-context.household-composition.statement, "Household composition", open-choice)
      * repeats = true
  * item[+] insert Question(social-context.lifestyle-choices, "Lifestyle choices", group)
    * item[+] insert Question(social-context.lifestyle-choices.date, "Date", dateTime)
    * item[+] insert Question(social-context.lifestyle-choices.statement, "Lifestyle choices", text)
  * item[+] insert Question(social-context.smoking-status, "Smoking status", group)
    * item[+] insert Question(social-context.smoking-status.date, "Date", dateTime)
    * item[+] insert Question(social-context.smoking-status.statement, "Smoking status", open-choice)
      * repeats = true
  * item[+] insert Question(social-context.alcohol-intake, "Alcohol intake", group)
    * item[+] insert Question(social-context.alcohol-intake.date, "Date", dateTime)
    * item[+] insert Question(social-context.alcohol-intake.statement, "Alcohol intake", open-choice)
      * repeats = true
    * item[+] insert Question(social-context.alcohol-intake.details, "Alcohol use details", text)
  * item[+] insert Question(social-context.substances, "Drug/substance use", group)
    * item[+] insert Question(social-context.substances.date, "Date", dateTime)
    * item[+] insert Question(social-context.substances.statement, "Drug/substance use", open-choice)
      * repeats = true
  * item[+] insert Question(social-context.social-circumstances, "Social circumstances", group)
    * item[+] insert Question(social-context.social-circumstances.date, "Date", dateTime)
    * item[+] insert Question(social-context.social-circumstances.statement, "Social circumstances", text)
  * item[+] insert Question(social-context.access, "Access", group)
    * item[+] insert Question(social-context.access.date, "Date", dateTime)
    * item[+] insert Question(social-context.access.statement, "Access", text)
  * item[+] insert Question(social-context.dependants, "Dependants", group)
    * item[+] insert Question(social-context.dependants.date, "Date", dateTime)
    * item[+] insert Question(social-context.dependants.statement, "Dependants", text)
  * item[+] insert Question(social-context.accommodation-status, "Accommodation status", group)
    * item[+] insert Question(social-context.accommodation-status.date, "Date", dateTime)
    * item[+] insert Question(social-context.accommodation-status.statement, "Accommodation status", open-choice)
      * repeats = true
  * item[+] insert Question(social-context.household-environment, "Household environment", group)
    * item[+] insert Question(social-context.household-environment.date, "Date", dateTime)
    * item[+] insert Question(social-context.household-environment.statement, "Household environment", text)
* item[+] insert Question(care-needs, "Care needs summary", group)
  * code = HomeFirstSectionCodes#care-needs-summary
  * required = true
  * item[+] insert Question(care-needs.statement, "Care needs summary", text)
    * required = true
  * item[+] insert Question(care-needs.date, "Date", dateTime)
* item[+] insert Question(level-of-care, "Assessed level of care", group)
  * code = HomeFirstSectionCodes#assessed-level-of-care
  * item[+] insert Question(level-of-care.observation, "Level of enhanced care observation", open-choice)
    * answerValueSet = Canonical(HomeFirstLevelOfObservation)
* item[+] insert Question(support-reason, "Primary support reason", group)
  * code = HomeFirstSectionCodes#primary-support-reason
  * repeats = true
  * item[+] insert Question(support-reason.statement, "Primary support reason", text)
  * item[+] insert Question(support-reason.active, "Active", boolean)
  * item[+] insert Question(support-reason.start-date, "Start date", date)
  * item[+] insert Question(support-reason.end-date, "End date", date)
* item[+] insert Question(assessments, "Assessments", group)
  * code = $uk-headings#assessments
  * repeats = true
  * item[+] insert Question(assessments.date, "Date", dateTime)
  * item[+] insert Question(assessments.type, "Assessment type", text)
  * item[+] insert Question(assessments.summary, "Assessment summary", text)
  * item[+] insert Question(assessments.structured, "Structured assessment", group)
    * item[+] insert Question(assessments.structured.name, "Structured assessment name", open-choice)
    * item[+] insert Question(assessments.structured.score, "Assessment score", text)
    * item[+] insert Question(assessments.structured.value, "Assessment value", decimal)
    * item[+] insert Question(assessments.structured.global-score, "Global score", text)
    * item[+] insert Question(assessments.structured.subscale-score, "Subscale score", text)
    * item[+] insert Question(assessments.structured.subscale-value, "Subscale value", decimal)
  * item[+] insert Question(assessments.comment, "Comment", string)
* item[+] insert Question(risks, "Risks", group)
  * code = $uk-headings#risk-information
  * item[+] insert Question(risks.self, "Risks to self", group)
    * repeats = true
    * item[+] insert Question(risks.self.start-date, "Start date of risk", dateTime)
    * item[+] insert Question(risks.self.end-date, "End date of risk", dateTime)
    * item[+] insert Question(risks.self.statement, "Risk to self", open-choice)
  * item[+] insert Question(risks.others, "Risks to others", group)
    * repeats = true
    * item[+] insert Question(risks.others.start-date, "Start date of risk", dateTime)
    * item[+] insert Question(risks.others.end-date, "End date of risk", dateTime)
    * item[+] insert Question(risks.others.statement, "Risks to others", open-choice)
  * item[+] insert Question(risks.from-others, "Risk from others", group)
    * repeats = true
    * item[+] insert Question(risks.from-others.start-date, "Start date of risk", dateTime)
    * item[+] insert Question(risks.from-others.end-date, "End date of risk", dateTime)
    * item[+] insert Question(risks.from-others.statement, "Risk from others", open-choice)
  * item[+] insert Question(risks.accidents, "Risk of accidents", group)
    * repeats = true
    * item[+] insert Question(risks.accidents.start-date, "Start date of risk", dateTime)
    * item[+] insert Question(risks.accidents.end-date, "End date of risk", dateTime)
    * item[+] insert Question(risks.accidents.statement, "Risk of accidents", text)
  * item[+] insert Question(risks.other, "Other risks", group)
    * repeats = true
    * item[+] insert Question(risks.other.start-date, "Start date of risk", dateTime)
    * item[+] insert Question(risks.other.end-date, "End date of risk", dateTime)
    * item[+] insert Question(risks.other.statement, "Other risks", text)
  * item[+] insert Question(risks.infection, "Infection risk", group)
    * repeats = true
    * item[+] insert Question(risks.infection.start-date, "Start date of risk", dateTime)
    * item[+] insert Question(risks.infection.end-date, "End date of risk", dateTime)
    * item[+] insert Question(risks.infection.statement, "Infection risk", text)
* item[+] insert Question(allergies, "Allergies and adverse reactions", group)
  * code = $uk-headings#allergies-and-adverse-reaction
  * required = true
  * repeats = true
  * item[+] insert Question(allergies.type-of-reaction, "Type of reaction", open-choice)
    * answerValueSet = "http://hl7.org/fhir/ValueSet/allergy-intolerance-type"
  * item[+] insert Question(allergies.causative-agent, "Causative agent", open-choice)
    * required = true
    * repeats = true
  * item[+] insert Question(allergies.reaction, "Reaction details cluster", group)
    * repeats = true
    * item[+] insert Question(allergies.reaction.date, "Date", dateTime)
    * item[+] insert Question(allergies.reaction.substance, "Substance", open-choice)
      * repeats = true
    * item[+] insert Question(allergies.reaction.description, "Description of reaction", open-choice)
      * repeats = true
    * item[+] insert Question(allergies.reaction.onset-date, "Onset date", dateTime)
    * item[+] insert Question(allergies.reaction.severity, "Severity", open-choice)
      * repeats = true
      * answerValueSet = "http://hl7.org/fhir/ValueSet/reaction-event-severity"
    * item[+] insert Question(allergies.reaction.certainty, "Certainty", open-choice)
      * repeats = true
    * item[+] insert Question(allergies.reaction.route-of-exposure, "Route of exposure", open-choice)
      * repeats = true
    * item[+] insert Question(allergies.reaction.comment, "Comment", text)
  * item[+] insert Question(allergies.evidence, "Evidence", text)
  * item[+] insert Question(allergies.first-experienced, "Date first experienced", dateTime)
  * item[+] insert Question(allergies.end-date, "Allergy end date", date)
  * item[+] insert Question(allergies.comment, "Comment", text)
* item[+] insert Question(medications, "Medications and medical devices", group)
  * code = $uk-headings#medications-and-medical-devices
  * item[+] insert Question(medications.entry, "Medication item entry", group)
    * repeats = true
    * item[+] insert Question(medications.entry.item, "Medication item cluster", group)
      * item[+] insert Question(medications.entry.item.date, "Date", dateTime)
      * item[+] insert Question(medications.entry.item.name, "Medication name", open-choice)
        * required = true
        * repeats = true
      * item[+] insert Question(medications.entry.item.form, "Form", open-choice)
        * repeats = true
      * item[+] insert Question(medications.entry.item.route, "Route", open-choice)
        * repeats = true
      * item[+] insert Question(medications.entry.item.site, "Site", open-choice)
        * repeats = true
      * item[+] insert Question(medications.entry.item.method, "Method", string)
      * item[+] insert Question(medications.entry.item.over-the-counter, "Over the counter medication flag", boolean)
      * item[+] insert Question(medications.entry.item.dose-directions, "Dose directions description", text)
      * item[+] insert Question(medications.entry.item.structured-dose, "Structured dose direction cluster", group)
        * item[+] insert Question(medications.entry.item.structured-dose.amount, "Structured dose amount", decimal)
        * item[+] insert Question(medications.entry.item.structured-dose.timing, "Structured dose timing", decimal)
        * item[+] insert Question(medications.entry.item.structured-dose.duration, "Dose direction duration", decimal)
      * item[+] insert Question(medications.entry.item.additional-instructions, "Additional instructions", open-choice)
      * item[+] insert Question(medications.entry.item.course, "Course details cluster", group)
        * item[+] insert Question(medications.entry.item.course.course-status, "Course status", open-choice)
        * item[+] insert Question(medications.entry.item.course.indication, "Indication", text)
        * item[+] insert Question(medications.entry.item.course.start-date-time, "Start date/time", dateTime)
        * item[+] insert Question(medications.entry.item.course.end-date-time, "End date/time", dateTime)
        * item[+] insert Question(medications.entry.item.course.indication-record, "Link to indication record", text)
        * item[+] insert Question(medications.entry.item.course.comment, "Comment/recommendation", text)
      * item[+] insert Question(medications.entry.item.change, "Medication change summary cluster", group)
        * item[+] insert Question(medications.entry.item.change.status, "Status", open-choice)
        * item[+] insert Question(medications.entry.item.change.indication, "Indication", text)
        * item[+] insert Question(medications.entry.item.change.date-of-change, "Date of change", dateTime)
        * item[+] insert Question(medications.entry.item.change.amendment, "Description of amendment", text)
      * item[+] insert Question(medications.entry.item.daily-quantity, "Total dose daily quantity", decimal)
    * item[+] insert Question(medications.entry.device, "Medical devices entry", group)
      * item[+] insert Question(medications.entry.device.statement, "Medical device", text)
        * required = true
      * item[+] insert Question(medications.entry.device.comments, "Comments", text)
    * item[+] insert Question(medications.entry.discontinued, "Medication discontinued entry", group)
      * item[+] insert Question(medications.entry.discontinued.name, "Name of discontinued medication", open-choice)
        * repeats = true
      * item[+] insert Question(medications.entry.discontinued.status, "Status", open-choice)
      * item[+] insert Question(medications.entry.discontinued.indication, "Indication", text)
      * item[+] insert Question(medications.entry.discontinued.date-of-change, "Date of change", dateTime)
      * item[+] insert Question(medications.entry.discontinued.comment, "Comment", text)
* item[+] insert Question(plan, "Plan and requested actions", group)
  * code = $uk-headings#plan-and-requested-actions
  * repeats = true
  * item[+] insert Question(plan.date, "Date", dateTime)
    * repeats = true
  * item[+] insert Question(plan.for-professionals, "Actions for professionals", text)
    * repeats = true
  * item[+] insert Question(plan.for-person, "Actions for person or their carer", text)
    * repeats = true
  * item[+] insert Question(plan.agreed, "Agreed with the person or their legitimate representative", text)
    * repeats = true
  * item[+] insert Question(plan.outcome, "Outcome of plan and requested actions", text)
    * repeats = true
* item[+] insert Question(wishes, "Person and carer concerns expectations and wishes", group)
  * code = $uk-headings#patient-and-carer-concerns-expectations-and-wishes
  * item[+] insert Question(wishes.date, "Date", dateTime)
  * item[+] insert Question(wishes.statement, [["Patient and carer concerns, expectations and wishes"]], text)
* item[+] insert Question(contingency, "Contingency plans", group)
  * code = HomeFirstSectionCodes#contingency-plan
  * repeats = true
  * item[+] insert Question(contingency.agreed, "Agreed with person or legitimate representative", text)
  * item[+] insert Question(contingency.anticipatory, "Anticipatory medicines/equipment", text)
  * item[+] insert Question(contingency.advance-statement, "Advance statement", group)
    * item[+] insert Question(contingency.advance-statement.date, "Date", dateTime)
    * item[+] insert Question(contingency.advance-statement.statement, "Advance statement", open-choice)
      * repeats = true
    * item[+] insert Question(contingency.advance-statement.location-of-document, "Location of document", text)
  * item[+] insert Question(contingency.name, "Contingency plan name", text)
  * item[+] insert Question(contingency.updated, "Date this plan was last updated", dateTime)
  * item[+] insert Question(contingency.review, "Planned review date/interval", dateTime)
  * item[+] insert Question(contingency.review-by, "Responsibility for review", text)
  * item[+] insert Question(contingency.trigger, "Trigger factors", text)
  * item[+] insert Question(contingency.action, "What should happen", text)
  * item[+] insert Question(contingency.contact, "Who should be contacted", text)
* item[+] insert Question(additional, "Additional support plans", group)
  * code = HomeFirstSectionCodes#additional-support-plan
  * repeats = true
  * item[+] insert Question(additional.name, "Additional support plan name", text)
  * item[+] insert Question(additional.content, "Additional support plan content", text)
  * item[+] insert Question(additional.review, "Planned review date/interval", dateTime)
  * item[+] insert Question(additional.review-by, "Responsibility for review", text)
  * item[+] insert Question(additional.updated, "Date this plan was last updated", dateTime)
* item[+] insert Question(end-of-life, "End of life care", group)
  * code = HomeFirstSectionCodes#end-of-life-care
  * item[+] insert Question(end-of-life.resuscitation, [["Cardio-pulmonary resuscitation (CPR) decision"]], group)
    * item[+] insert Question(end-of-life.resuscitation.date, "Date", dateTime)
    * item[+] insert Question(end-of-life.resuscitation.statement, [["Cardio-pulmonary resuscitation (CPR) decision"]], open-choice)
      * repeats = true
    * item[+] insert Question(end-of-life.resuscitation.date-for-review, "Date for review", dateTime)
    * item[+] insert Question(end-of-life.resuscitation.location-of-document, "Location of document", text)
  * item[+] insert Question(end-of-life.prognosis, "Estimated prognosis", group)
    * item[+] insert Question(end-of-life.prognosis.date, "Date", dateTime)
    * item[+] insert Question(end-of-life.prognosis.statement, "Estimated prognosis", text)
  * item[+] insert Question(end-of-life.awareness, "Awareness of prognosis", group)
    * item[+] insert Question(end-of-life.awareness.date, "Date", dateTime)
    * item[+] insert Question(end-of-life.awareness.statement, "Awareness of prognosis", text)
  * item[+] insert Question(end-of-life.place-of-death, "Preferred place of death", group)
    * item[+] insert Question(end-of-life.place-of-death.date, "Date", dateTime)
    * item[+] insert Question(end-of-life.place-of-death.first, "Preferred place of death 1st", group)
      * item[+] insert Question(end-of-life.place-of-death.first.place, "Name of the place", text)
      * item[+] insert Question(end-of-life.place-of-death.first.type, "Type of place", open-choice)
        * answerValueSet = Canonical(HomeFirstPlaceOfDeathType)
    * item[+] insert Question(end-of-life.place-of-death.second, "Preferred place of death 2nd", group)
      * item[+] insert Question(end-of-life.place-of-death.second.place, "Name of the place", text)
      * item[+] insert Question(end-of-life.place-of-death.second.type, "Type of place", open-choice)
        * answerValueSet = Canonical(HomeFirstPlaceOfDeathType)
  * item[+] insert Question(end-of-life.place-of-care, "Preferred place of care", group)
    * item[+] insert Question(end-of-life.place-of-care.date, "Date", dateTime)
    * item[+] insert Question(end-of-life.place-of-care.statement, "Preferred place of care", text)
* item[+] insert Question(documents, [["Documents (including correspondence and images)"]], group)
  * code = $uk-headings#documents-including-correspondence-audio-and-images
  * item[+] insert Question(documents.entry, "Documents", group)
    * repeats = true
    * item[+] insert Question(documents.entry.date, "Date", dateTime)
    * item[+] insert Question(documents.entry.location, "Documentation location", text)
    * item[+] insert Question(documents.entry.confidentiality, "Confidentiality", open-choice)
    * item[+] insert Question(documents.entry.class, "Class", text)
    * item[+] insert Question(documents.entry.title, "Document title", text)
    * item[+] insert Question(documents.entry.name, "Document name", open-choice)
    * item[+] insert Question(documents.entry.mime-type, "Document MIME type", text)
    * item[+] insert Question(documents.entry.service, "Service", open-choice)
      * repeats = true
    * item[+] insert Question(documents.entry.comments, "Comments", text)
* item[+] insert Question(assessment-notice, "Assessment notice", group)
  * code = HomeFirstSectionCodes#assessment-notice
  * item[+] insert Question(assessment-notice.issued, "Issued date and time", dateTime)
  * item[+] insert Question(assessment-notice.person-consulted, "Person consultation indicator", choice)
    * answerValueSet = Canonical(HomeFirstAdwConsultationStatus)
  * item[+] insert Question(assessment-notice.carer-consulted, "Carer consultation indicator", choice)
    * answerValueSet = Canonical(HomeFirstAdwCarerConsultationStatus)
  * item[+] insert Question(assessment-notice.consent, "Person consent indicator", choice)
    * answerValueSet = Canonical(HomeFirstAdwPatientConsentStatus)
  * item[+] insert Question(assessment-notice.consent-source, "Third party person consent source", choice)
    * answerValueSet = Canonical(HomeFirstAdwThirdPartyConsentSource)
* item[+] insert Question(continuing-healthcare, "NHS CHC Assessment", group)
  * code = HomeFirstSectionCodes#nhs-chc-assessment
  * item[+] insert Question(continuing-healthcare.considered, "Assessment considered indicator", boolean)
  * item[+] insert Question(continuing-healthcare.result, "Assessment considered result", string)
    * repeats = true
* item[+] insert Question(discharge-notice, "Discharge notice", group)
  * code = HomeFirstSectionCodes#discharge-notice
  * repeats = true
  * item[+] insert Question(discharge-notice.issued, "Issued date and time", dateTime)
* item[+] insert Question(withdrawal-notice, "Withdrawal notice", group)
  * code = HomeFirstSectionCodes#withdrawal-notice
  * repeats = true
  * item[+] insert Question(withdrawal-notice.issued, "Issued date and time", dateTime)
  * item[+] insert Question(withdrawal-notice.type, "Withdrawal type", choice)
    * answerValueSet = Canonical(HomeFirstWithdrawalType)
  * item[+] insert Question(withdrawal-notice.reason, "Reason for withdrawal", choice)
    * answerValueSet = Canonical(HomeFirstWithdrawalReason)
  * item[+] insert Question(withdrawal-notice.reason-other, "Reason for withdrawal - other", text)
    * repeats = true
* item[+] insert Question(notice-receipt, "Notice receipt", group)
  * code = HomeFirstSectionCodes#notice-receipt
  * repeats = true
  * item[+] insert Question(notice-receipt.issued, "Issued date and time", dateTime)
  * item[+] insert Question(notice-receipt.notice-type, "Notice type", choice)
    * answerValueSet = Canonical(HomeFirstNoticeType)
  * item[+] insert Question(notice-receipt.response, "Response type", choice)
    * answerValueSet = Canonical(HomeFirstNoticeResponse)
  * item[+] insert Question(notice-receipt.details, "Response details", text)
    * repeats = true
