// Between pathways, the eight destinations of the national return, the NHS discharge destination, client-level data and the Community Services Data Set.

Instance: pathway-to-discharge-destination
InstanceOf: ConceptMap
Usage: #definition
Title: "Pathway to destination"
Description: "Which of the eight destinations of the national return lie within a pathway. The published name of each destination begins with its pathway. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(pathway-to-discharge-destination)
* name = "HomeFirstPathwayToDischargeDestination"
* title = "Pathway to destination"
* description = "Which of the eight destinations of the national return lie within a pathway. The published name of each destination begins with its pathway. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/pathway, https://home-first.example/fhir/CodeSystem/discharge-destination)
* insert Row(0, narrower, 0-home, One of two destinations of the pathway)
* insert Or(narrower, 0-care-home-return, One of two destinations of the pathway)
* insert Row(1, narrower, 1-home-reablement, One of three destinations of the pathway)
* insert Or(narrower, 1-home-support, One of three destinations of the pathway)
* insert Or(narrower, 1-care-home-return, One of three destinations of the pathway)
* insert Row(2, equivalent, 2-short-term-bed, The only destination of the pathway)
* insert Row(3, narrower, 3-care-home, One of two destinations of the pathway)
* insert Or(narrower, 3-end-of-life, One of two destinations of the pathway)

Instance: discharge-destination-to-pathway
InstanceOf: ConceptMap
Usage: #definition
Title: "Destination to pathway"
Description: "The pathway of each of the eight destinations of the national return, as its published name says. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(discharge-destination-to-pathway)
* name = "HomeFirstDischargeDestinationToPathway"
* title = "Destination to pathway"
* description = "The pathway of each of the eight destinations of the national return, as its published name says. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/discharge-destination, https://home-first.example/fhir/CodeSystem/pathway)
* insert Row(0-home, wider, 0, The published name begins with the pathway)
* insert Row(0-care-home-return, wider, 0, The published name begins with the pathway)
* insert Row(1-home-reablement, wider, 1, The published name begins with the pathway)
* insert Row(1-home-support, wider, 1, The published name begins with the pathway)
* insert Row(1-care-home-return, wider, 1, The published name begins with the pathway)
* insert Row(2-short-term-bed, equivalent, 2, The published name begins with the pathway)
* insert Row(3-care-home, wider, 3, The published name begins with the pathway)
* insert Row(3-end-of-life, wider, 3, The published name begins with the pathway)

Instance: discharge-destination-to-nhs
InstanceOf: ConceptMap
Usage: #definition
Title: "Destination to NHS discharge destination"
Description: "What an acute system can say of one of the eight destinations in its own DISCHARGE DESTINATION. Nothing is equal: the one counts care, the other kinds of place. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(discharge-destination-to-nhs)
* name = "HomeFirstDischargeDestinationToNhs"
* title = "Destination to NHS discharge destination"
* description = "What an acute system can say of one of the eight destinations in its own DISCHARGE DESTINATION. Nothing is equal: the one counts care, the other kinds of place. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/discharge-destination, https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeDestinationEngland)
* insert Row(0-home, inexact, 19, 19 says the usual home and nothing of care: it covers pathways 0 and 1)
* insert Or(inexact, 29, 29 says temporary accommodation and nothing of care)
* insert Row(0-care-home-return, inexact, 85, A care home that neither the NHS nor a council runs; 85 also covers a new admission)
* insert Or(inexact, 65, A care home of a council; 65 also covers a new admission)
* insert Or(inexact, 54, A care home of the NHS; 54 also covers a new admission)
* insert Row(1-home-reablement, inexact, 19, 19 says the usual home and nothing of care: it covers pathways 0 and 1)
* insert Or(inexact, 29, 29 says temporary accommodation and nothing of care)
* insert Row(1-home-support, inexact, 19, 19 says the usual home and nothing of care: it covers pathways 0 and 1)
* insert Or(inexact, 29, 29 says temporary accommodation and nothing of care)
* insert Row(1-care-home-return, inexact, 85, A care home that neither the NHS nor a council runs; 85 also covers a new admission)
* insert Or(inexact, 65, A care home of a council; 65 also covers a new admission)
* insert Or(inexact, 54, A care home of the NHS; 54 also covers a new admission)
* insert Row(2-short-term-bed, inexact, 51, [[A general ward of another NHS hospital, for example a community hospital]])
* insert Or(inexact, 54, A care home of the NHS)
* insert Or(inexact, 65, A care home of a council)
* insert Or(inexact, 85, Any other care home)
* insert Or(inexact, 87, A hospital that the NHS does not run)
* insert Or(inexact, 88, A hospice that the NHS does not run)
* insert Row(3-care-home, inexact, 85, 85 also covers a return)
* insert Or(inexact, 65, 65 also covers a return)
* insert Row(3-end-of-life, inexact, 85, A care home)
* insert Or(inexact, 88, A hospice)
* insert Or(inexact, 65, A care home of a council)

Instance: nhs-discharge-destination-to-pathway
InstanceOf: ConceptMap
Usage: #definition
Title: "NHS discharge destination to pathway"
Description: "That no NHS discharge destination gives a pathway: each code is stated as unmatched, with the pathways that it leaves open. The pathway is an element of its own. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(nhs-discharge-destination-to-pathway)
* name = "HomeFirstNhsDischargeDestinationToPathway"
* title = "NHS discharge destination to pathway"
* description = "That no NHS discharge destination gives a pathway: each code is stated as unmatched, with the pathways that it leaves open. The pathway is an element of its own. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://fhir.hl7.org.uk/CodeSystem/UKCore-DischargeDestinationEngland, https://home-first.example/fhir/CodeSystem/pathway)
* insert None(19, 0 or 1)
* insert None(29, 0 or 1)
* insert None(30, Not a Home First discharge)
* insert None(37, Not a Home First discharge)
* insert None(38, 0 or 1: nothing is said of care)
* insert None(48, Not a Home First discharge)
* insert None(49, Not a Home First discharge)
* insert None(50, Not a Home First discharge)
* insert None(51, [[2, or a transfer to another acute hospital, which is no pathway]])
* insert None(52, Not a Home First discharge)
* insert None(53, Not a Home First discharge)
* insert None(54, [[0, 1, 2 or 3]])
* insert None(65, [[0, 1, 2 or 3]])
* insert None(66, Not a Home First discharge)
* insert None(79, Died: no pathway)
* insert None(84, Not a Home First discharge)
* insert None(85, [[0, 1, 2 or 3]])
* insert None(87, [[2, or a transfer to another hospital, which is no pathway]])
* insert None(88, 2 or 3)
* insert None(98, Not discharged)
* insert None(99, Not known)

Instance: discharge-destination-to-client-level-data
InstanceOf: ConceptMap
Usage: #definition
Title: "Destination to client-level data"
Description: "Which services of the council’s return may follow a destination; pathway 0 makes no event. The council decides what the service is. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(discharge-destination-to-client-level-data)
* name = "HomeFirstDischargeDestinationToClientLevelData"
* title = "Destination to client-level data"
* description = "Which services of the council’s return may follow a destination; pathway 0 makes no event. The council decides what the service is. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/discharge-destination, https://home-first.example/fhir/CodeSystem/cld-service-type)
* insert None(0-home, No event)
* insert None(0-care-home-return, No event; an event that runs may end in continuation of support or services)
* insert Row(1-home-reablement, inexact, short-term-support-st-max, Where the council provides the reablement; community health is not counted)
* insert Row(1-home-support, inexact, short-term-support-other-short-term, Until long-term needs are known)
* insert Or(inexact, long-term-support-community, Where long-term needs are known)
* insert Row(1-care-home-return, inexact, short-term-support-other-short-term, The increase only)
* insert Row(2-short-term-bed, inexact, short-term-support-st-max, Where its aim is to regain independence)
* insert Or(inexact, short-term-support-other-short-term, Otherwise)
* insert Row(3-care-home, inexact, long-term-support-residential-care, Without nursing)
* insert Or(inexact, long-term-support-nursing-care, With nursing)
* insert Row(3-end-of-life, inexact, long-term-support-nursing-care, Unless the NHS funds it: then nothing but the outcome of the request)
* insert Between(https://home-first.example/fhir/CodeSystem/discharge-destination, https://home-first.example/fhir/CodeSystem/cld-service-component)
* insert None(0-home, No event)
* insert None(0-care-home-return, No event)
* insert Row(1-home-reablement, inexact, reablement, Where the council provides it)
* insert Row(1-home-support, inexact, home-support-or-domiciliary-care, One of several kinds of support)
* insert Or(inexact, end-of-life-care, One of several kinds of support)
* insert Or(inexact, equipment, One of several kinds of support)
* insert Row(1-care-home-return, inexact, other-short-term-support, The increase only)
* insert Row(2-short-term-bed, inexact, short-term-residential-care, Without nursing)
* insert Or(inexact, short-term-nursing-care, With nursing)
* insert Row(3-care-home, inexact, long-term-residential-care, Without nursing)
* insert Or(inexact, long-term-nursing-care, With nursing)
* insert Row(3-end-of-life, inexact, end-of-life-care, Unless the NHS funds it)

Instance: discharge-destination-to-csds
InstanceOf: ConceptMap
Usage: #definition
Title: "Destination to community service"
Description: "Which community services or teams (Community Services Data Set, SERVICE OR TEAM TYPE REFERRED TO) a destination may lead to. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Map(discharge-destination-to-csds)
* name = "HomeFirstDischargeDestinationToCsds"
* title = "Destination to community service"
* description = "Which community services or teams (Community Services Data Set, SERVICE OR TEAM TYPE REFERRED TO) a destination may lead to. Ours (Home First Gateway, November 2026); no national map exists. Licence: Apache-2.0."
* insert Between(https://home-first.example/fhir/CodeSystem/discharge-destination, https://home-first.example/fhir/CodeSystem/csds-service-or-team-type)
* insert None(0-home, No referral)
* insert None(0-care-home-return, No referral)
* insert Row(1-home-reablement, inexact, 52, Reablement)
* insert Or(inexact, 53, Home-based intermediate care)
* insert Or(inexact, 48, Enablement)
* insert Row(1-home-support, inexact, 12, District nursing)
* insert Or(inexact, 14, End of life care)
* insert Or(inexact, 23, Occupational therapy)
* insert Or(inexact, 26, Physiotherapy)
* insert Or(inexact, 51, Crisis response)
* insert Row(1-care-home-return, inexact, 53, Home-based intermediate care)
* insert Or(inexact, 26, Physiotherapy)
* insert Or(inexact, 29, Rehabilitation)
* insert Row(2-short-term-bed, inexact, 54, Where the bed is one of community intermediate care)
* insert None(3-care-home, No community service follows from it)
* insert Row(3-end-of-life, inexact, 14, End of life care)
* insert Or(inexact, 47, Specialist palliative care)
