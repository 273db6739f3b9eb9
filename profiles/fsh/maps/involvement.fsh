// From who was involved to what the Assessment, Discharge and Withdrawal notices ask.

Instance: involvement-to-adw-consultation
InstanceOf: ConceptMap
Usage: #definition
Title: "Involvement to consultation status of the notices"
Description: "Whether the person was consulted. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(involvement-to-adw-consultation)
* name = "HomeFirstInvolvementToAdwConsultation"
* title = "Involvement to consultation status of the notices"
* description = "Whether the person was consulted. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/involvement, https://fhir.nhs.uk/ADW-ConsultationStatus-1)
* insert Row(person-involved, wider, Y, Consulted)
* insert Row(person-not-asked, wider, N, Not consulted)
* insert Row(person-unable, wider, N, Not consulted)
* insert None(person-declined, [[Asked, and did not want to]])

Instance: involvement-to-adw-carer-consultation
InstanceOf: ConceptMap
Usage: #definition
Title: "Involvement to carer consultation status of the notices"
Description: "Whether the carer was consulted. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(involvement-to-adw-carer-consultation)
* name = "HomeFirstInvolvementToAdwCarerConsultation"
* title = "Involvement to carer consultation status of the notices"
* description = "Whether the carer was consulted. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/involvement, https://fhir.nhs.uk/ADW-CarerConsultationStatus-1)
* insert Row(carer-involved, wider, Y, Consulted)
* insert Row(carer-not-asked, wider, N, Not consulted)
* insert Row(carer-unreachable, wider, N, Not consulted)
* insert Row(carer-not-wanted, wider, N, [[Not consulted, by the person’s wish]])
* insert None(carer-declined, [[Asked, and did not want to]])
* insert Same(no-known-carer, NKC)
