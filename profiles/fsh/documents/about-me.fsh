// About Me as a form, and its answers.

Instance: AboutMe
InstanceOf: Questionnaire
Usage: #definition
Title: "About me"
Description: "What the person wants those who support them to know, in their own words: the seven items of PRSB's About Me v2 with its SNOMED CT codes, each as words, as pictures, sound or film, or both. None is required: the person decides what to say. linkIds are ours and do not change. Structure: PRSB's, whose standard is © PRSB and whose guidance is not repeated here."
* insert Form(AboutMe)
* title = "About me"
* description = "What the person wants those who support them to know, in their own words: the seven items of PRSB's About Me v2 with its SNOMED CT codes, each as words, as pictures, sound or film, or both. None is required: the person decides what to say. linkIds are ours and do not change. Structure: PRSB's, whose standard is © PRSB and whose guidance is not repeated here."
* code = $sct#1515851000000101 "About me"
* item[+] insert Question(important, "What is most important to me", group)
  * code = $sct#1515861000000103 "What is most important to me"
  * item[+] insert Question(important.text, "In words", text)
  * item[+] insert Question(important.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(people, "People who are important to me", group)
  * code = $sct#1515871000000105 "People who are important to me"
  * item[+] insert Question(people.text, "In words", text)
  * item[+] insert Question(people.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(communicate, "How I communicate and how to communicate with me", group)
  * code = $sct#1515881000000107 "How I communicate and how to communicate with me"
  * item[+] insert Question(communicate.text, "In words", text)
  * item[+] insert Question(communicate.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(wellness, "My wellness", group)
  * code = $sct#1515891000000109 "My wellness"
  * item[+] insert Question(wellness.text, "In words", text)
  * item[+] insert Question(wellness.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(please-do, "Please do and please do not", group)
  * code = $sct#1515901000000105 "Please do and please do not"
  * item[+] insert Question(please-do.text, "In words", text)
  * item[+] insert Question(please-do.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(support, "How and when to support me", group)
  * code = $sct#1515911000000107 "How and when to support me"
  * item[+] insert Question(support.text, "In words", text)
  * item[+] insert Question(support.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(worth-knowing, "Also worth knowing about me", group)
  * code = $sct#1515921000000101 "Also worth knowing about me"
  * item[+] insert Question(worth-knowing.text, "In words", text)
  * item[+] insert Question(worth-knowing.media, [["As a picture, sound or film"]], attachment)
    * repeats = true
* item[+] insert Question(supported-by, "Supported to write this by", text)
* item[+] insert Question(updated, "Date last updated", dateTime)

Profile: HomeFirstAboutMe
Parent: QuestionnaireResponse
Id: HomeFirstAboutMe
Title: "Home First About Me"
Description: "What the person wants those who support them to know (PRSB, About Me v2), as answers to the form AboutMe. The latest version is what is shown; earlier ones are its history. Tightened beyond R4: the form, whose it is and when it was written, since old answers mislead; whose voice it is, because a carer's words are not the person's; one answer at least. Which items are answered is the person's choice: none is demanded."
* insert Answers(AboutMe)
* obeys hf-am-1
* source 1..1
* author MS
* author ^short = "Who helped to write it, if somebody did"

Invariant: hf-am-1
Description: "A completed About Me has an answer to one of its seven items, in words or media"
Severity: #error
Expression: "(status = 'completed' or status = 'amended') implies item.where(linkId = 'important' or linkId = 'people' or linkId = 'communicate' or linkId = 'wellness' or linkId = 'please-do' or linkId = 'support' or linkId = 'worth-knowing').item.answer.exists()"
