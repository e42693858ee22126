-- A log of schema version 2, as the program wrote it: never edit, only add later versions.
PRAGMA application_id = 1096041288;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('v1');
INSERT INTO grdb_migrations VALUES('v2');
CREATE TABLE records (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  instant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  learner TEXT
) STRICT;
INSERT INTO records VALUES(2,'5654D404-B17A-496A-AC21-EEC78DB51A47','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',2,1795368758838,'learner-created','{"id":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","name":"Grace H."}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(3,'C19DFF73-4179-4DDC-8890-27DD62CB7FCA','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',3,1795368758839,'learner-renamed','{"id":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","name":"Grace"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(4,'E7F19ECF-F8EB-40C4-99DC-8A7C8C14E98A','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',4,1795368758839,'forgotten','{"learner":"8868045D-F4F3-4BCF-9BB0-5AD449393D84"}','8868045D-F4F3-4BCF-9BB0-5AD449393D84');
INSERT INTO records VALUES(5,'4638DDD2-CA7C-4AA6-A4E6-5F26BBCD7D43','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',5,1795368758855,'session-opened','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","mode":"play","questions":10,"seed":18446744073709551615,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","topics":[]}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(6,'51F822F9-A761-4A56-8D28-35B795A27DE7','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',6,1795368758858,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"option":2},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f1","hints":0,"isRight":true,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":1,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":120,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758858,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-1"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(7,'7B7D01EB-45EB-4DF0-B6C0-6779AD6E3E32','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',7,1795368758862,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"option":2},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f2","hints":0,"isRight":true,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":2,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":100,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758862,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-2"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(8,'6FDDE567-6F96-4888-BA6C-D22598F9F35B','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',8,1795368758866,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"other":"dont-know"},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f3","hints":0,"isRight":false,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":3,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":0,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758866,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-3"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(9,'909B9EF8-FFB5-4D83-AB95-D5DB0504F649','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',9,1795368758867,'answered','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","choice":{"option":2},"correctAnswer":"Guinea","digest":"0123456789abcdef","fact":"established/f4","hints":0,"isRight":true,"item":{"answerIDs":["cub","swe","gin"],"form":"multiple-choice","key":2,"optionCount":3,"options":["Cuba","Sweden","Guinea"],"seed":4,"stem":"Which of these established diplomatic relations with the DPRK first?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":90,"session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775","shownAt":{"instant":1795368758867,"offset":7200,"zone":"Europe/Berlin"},"taken":4200,"template":"established-first","topic":"topic-4"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(10,'03B34E86-CD6C-4085-B639-4670E8E7C7E7','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',10,1795368758870,'retracted','{"answer":"909B9EF8-FFB5-4D83-AB95-D5DB0504F649","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(11,'5ABA7725-37B1-4067-A477-C04A2F26BA7C','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',11,1795368758874,'flagged','{"bank":"0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11","bankVersion":"2026.10","fact":"established/f4","item":"established-first/dza/multiple-choice/3/4","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","note":"Is this right?","stem":"Which?"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(12,'48291708-9A1C-4047-974A-C2887FC1F522','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',12,1795368758875,'plan-set','{"departure":"2026-12-01","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","questionsPerDay":10,"topics":["embassies"]}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(13,'D8123113-E2F6-41BE-A6A1-93F505FAADFD','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',13,1795368758876,'session-closed','{"reason":"finished","session":"CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775"}',NULL);
INSERT INTO records VALUES(14,'35E04539-6ACA-4DA9-BEAA-E9F18D0B0BB8','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',14,1795368758876,'learner-created','{"id":"B1233153-9B35-4631-A4D9-0807ABCA0098","name":"Zoë"}','B1233153-9B35-4631-A4D9-0807ABCA0098');
INSERT INTO records VALUES(15,'D16C2DEC-4367-4D5E-896D-F3E51E5E3664','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',15,1795368758878,'learners-are-one','{"learners":["15A08826-706D-4DD1-8C1F-241FEA61AAEC","E0A5B41F-4BEF-49D9-A6C0-6852BDD86DDE"]}',NULL);
INSERT INTO records VALUES(16,'2287B429-722E-4639-9CC8-82679A6142C5','B2FE5E23-6220-4EAA-8F16-5033781D16F1',1,1795368758878,'mood-told','{"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","mood":"fine"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(17,'E60CBE43-097C-40F8-A83E-7D01BB2C8887','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',16,1795384913502,'session-opened','{"bank":"0cf3edea-a35e-4c0e-9dc6-e9071185ea98","bankVersion":"1.0.0","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","mode":"play","questions":2,"seed":3,"session":"5AABE1C9-002F-474D-AFBF-63D2B9242AB5","topics":[]}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(18,'7B970225-1271-4CF1-BC27-0FA001A1516A','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',17,1795384913517,'answered','{"bank":"0cf3edea-a35e-4c0e-9dc6-e9071185ea98","bankVersion":"1.0.0","choice":{"option":0},"correctAnswer":"South Yemen","digest":"c45f4605f3a77ed3","fact":"established/mlt","hints":0,"isRight":true,"item":{"answerIDs":["ydm","gab","bwa"],"form":"multiple-choice","key":0,"optionCount":3,"options":["South Yemen","Gabon","Botswana"],"seed":156480125,"stem":"Which of these established diplomatic relations with the DPRK before Malta did?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":120,"session":"5AABE1C9-002F-474D-AFBF-63D2B9242AB5","shownAt":{"instant":1795384913516,"offset":0,"zone":"Etc/UTC"},"taken":1,"template":"established-earlier","topic":"when-they-began"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(19,'F6A54B1D-CDB8-4C17-AEC9-951CE39EF3AC','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',18,1795384913522,'answered','{"bank":"0cf3edea-a35e-4c0e-9dc6-e9071185ea98","bankVersion":"1.0.0","choice":{"option":1},"correctAnswer":"the cooperation office of Switzerland in Pyongyang","digest":"a3bd612b8c6382c2","fact":"mission-opened/in-che-coop","hints":0,"isRight":false,"item":{"answerIDs":["in-ddr-emb","in-chn-emb","in-che-coop"],"form":"multiple-choice","key":2,"optionCount":3,"options":["the embassy of East Germany in Pyongyang","the embassy of China in Pyongyang","the cooperation office of Switzerland in Pyongyang"],"seed":1908508304,"stem":"Which of these opened after the embassy of Australia in Pyongyang?"},"learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC","points":0,"session":"5AABE1C9-002F-474D-AFBF-63D2B9242AB5","shownAt":{"instant":1795384913521,"offset":0,"zone":"Etc/UTC"},"taken":0,"template":"pyongyang-mission-opened-after","topic":"embassies-in-pyongyang"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(20,'9F7F9A08-E29A-488A-B830-92D4B54F6CFA','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',19,1795384913524,'retracted','{"answer":"F6A54B1D-CDB8-4C17-AEC9-951CE39EF3AC","learner":"15A08826-706D-4DD1-8C1F-241FEA61AAEC"}','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO records VALUES(21,'A2CFA466-5AA0-48AA-B39D-226A3DD79BAC','2276EAF0-656A-4F8E-AD05-E3DCB94C127E',20,1795384913526,'session-closed','{"reason":"finished","session":"5AABE1C9-002F-474D-AFBF-63D2B9242AB5"}',NULL);
CREATE TABLE device (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  device TEXT NOT NULL,
  next_sequence INTEGER NOT NULL CHECK (next_sequence > 0)
) STRICT;
INSERT INTO device VALUES(1,'2276EAF0-656A-4F8E-AD05-E3DCB94C127E',21);
CREATE TABLE preferences (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO preferences VALUES('current-learner','15A08826-706D-4DD1-8C1F-241FEA61AAEC');
CREATE TABLE labels (
  number INTEGER PRIMARY KEY,
  label TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO labels VALUES(1,'15A08826-706D-4DD1-8C1F-241FEA61AAEC');
INSERT INTO labels VALUES(2,'0b2f7c0e-5d53-4b8f-9d8a-0f4f6a3b2c11');
INSERT INTO labels VALUES(3,'established/f1');
INSERT INTO labels VALUES(4,'topic-1');
INSERT INTO labels VALUES(5,'2276EAF0-656A-4F8E-AD05-E3DCB94C127E');
INSERT INTO labels VALUES(6,'established-first');
INSERT INTO labels VALUES(7,'multiple-choice');
INSERT INTO labels VALUES(8,'gin');
INSERT INTO labels VALUES(9,'0123456789abcdef');
INSERT INTO labels VALUES(10,'established/f2');
INSERT INTO labels VALUES(11,'topic-2');
INSERT INTO labels VALUES(12,'established/f3');
INSERT INTO labels VALUES(13,'topic-3');
INSERT INTO labels VALUES(14,'established/f4');
INSERT INTO labels VALUES(15,'topic-4');
INSERT INTO labels VALUES(16,'B1233153-9B35-4631-A4D9-0807ABCA0098');
INSERT INTO labels VALUES(17,'E0A5B41F-4BEF-49D9-A6C0-6852BDD86DDE');
INSERT INTO labels VALUES(18,'0cf3edea-a35e-4c0e-9dc6-e9071185ea98');
INSERT INTO labels VALUES(19,'established/mlt');
INSERT INTO labels VALUES(20,'when-they-began');
INSERT INTO labels VALUES(21,'established-earlier');
INSERT INTO labels VALUES(22,'ydm');
INSERT INTO labels VALUES(23,'c45f4605f3a77ed3');
INSERT INTO labels VALUES(24,'mission-opened/in-che-coop');
INSERT INTO labels VALUES(25,'embassies-in-pyongyang');
INSERT INTO labels VALUES(26,'pyongyang-mission-opened-after');
INSERT INTO labels VALUES(27,'in-chn-emb');
INSERT INTO labels VALUES(28,'in-che-coop');
INSERT INTO labels VALUES(29,'a3bd612b8c6382c2');
CREATE TABLE sittings (
  number INTEGER PRIMARY KEY,
  label TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO sittings VALUES(1,'CD0B869B-5EA3-4CFE-9A1E-7BC6960C9775');
INSERT INTO sittings VALUES(2,'5AABE1C9-002F-474D-AFBF-63D2B9242AB5');
CREATE TABLE learners (
  learner TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL UNIQUE,
  person TEXT NOT NULL,
  person_number INTEGER NOT NULL,
  name TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO learners VALUES('15A08826-706D-4DD1-8C1F-241FEA61AAEC',1,'15A08826-706D-4DD1-8C1F-241FEA61AAEC',1,'Grace');
INSERT INTO learners VALUES('B1233153-9B35-4631-A4D9-0807ABCA0098',16,'B1233153-9B35-4631-A4D9-0807ABCA0098',16,'Zoë');
INSERT INTO learners VALUES('E0A5B41F-4BEF-49D9-A6C0-6852BDD86DDE',17,'15A08826-706D-4DD1-8C1F-241FEA61AAEC',1,NULL);
CREATE TABLE sessions (
  session INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
  learner INTEGER NOT NULL,
  opened INTEGER NOT NULL
) STRICT;
INSERT INTO sessions VALUES(1,5,1,1795368758855);
INSERT INTO sessions VALUES(2,17,1,1795384913502);
CREATE TABLE closings (
  record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
  session INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
INSERT INTO closings VALUES(13,1,1795368758876,'finished');
INSERT INTO closings VALUES(21,2,1795384913526,'finished');
CREATE TABLE answers (
  learner INTEGER NOT NULL,
  bank INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  record INTEGER NOT NULL REFERENCES records (number) ON DELETE CASCADE,
  id BLOB NOT NULL,
  device INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  session INTEGER NOT NULL,
  topic INTEGER NOT NULL,
  template INTEGER NOT NULL,
  fact INTEGER NOT NULL,
  form INTEGER NOT NULL,
  options_left INTEGER NOT NULL,
  is_right INTEGER NOT NULL,
  is_unanswered INTEGER NOT NULL,
  chosen INTEGER,
  key INTEGER NOT NULL,
  taken INTEGER NOT NULL,
  digest INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  points INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL,
  PRIMARY KEY (learner, bank, answered, record)
) STRICT, WITHOUT ROWID;
INSERT INTO answers VALUES(1,2,1795368758858,6,X'51f822f9a7614a568d2835b795a27de7',5,6,1,4,6,3,7,3,1,0,NULL,8,4200,9,7200,120,0);
INSERT INTO answers VALUES(1,2,1795368758862,7,X'7b7d01eb45eb4df0b6c06779ad6e3e32',5,7,1,11,6,10,7,3,1,0,NULL,8,4200,9,7200,100,0);
INSERT INTO answers VALUES(1,2,1795368758866,8,X'6fdde5676f964888ba6cd22598f9f35b',5,8,1,13,6,12,7,3,0,1,NULL,8,4200,9,7200,0,0);
INSERT INTO answers VALUES(1,2,1795368758867,9,X'909b9ef8ffb54d83ab95d5db0504f649',5,9,1,15,6,14,7,3,1,0,NULL,8,4200,9,7200,90,1);
INSERT INTO answers VALUES(1,18,1795384913517,18,X'7b97022512714cf1bc270fa001a1516a',5,17,2,20,21,19,7,3,1,0,NULL,22,1,23,0,120,0);
INSERT INTO answers VALUES(1,18,1795384913522,19,X'f6a54b1dcdb84c17aec9951ce39ef3ac',5,18,2,25,26,24,7,3,0,0,27,28,0,29,0,0,1);
CREATE TABLE retractions (
  record INTEGER PRIMARY KEY REFERENCES records (number) ON DELETE CASCADE,
  answer TEXT NOT NULL,
  learner INTEGER NOT NULL
) STRICT;
INSERT INTO retractions VALUES(10,'909B9EF8-FFB5-4D83-AB95-D5DB0504F649',1);
INSERT INTO retractions VALUES(20,'F6A54B1D-CDB8-4C17-AEC9-951CE39EF3AC',1);
CREATE TABLE tallies (
  learner INTEGER NOT NULL,
  bank INTEGER NOT NULL,
  fact INTEGER NOT NULL,
  topic INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  right_answers INTEGER NOT NULL,
  points INTEGER NOT NULL,
  last_answered INTEGER NOT NULL,
  PRIMARY KEY (learner, bank, topic, fact)
) STRICT, WITHOUT ROWID;
INSERT INTO tallies VALUES(1,2,3,4,1,1,120,1795368758858);
INSERT INTO tallies VALUES(1,2,10,11,1,1,100,1795368758862);
INSERT INTO tallies VALUES(1,2,12,13,1,0,0,1795368758866);
INSERT INTO tallies VALUES(1,18,19,20,1,1,120,1795384913517);
CREATE TABLE checkpoints (
  number INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  bank INTEGER NOT NULL,
  key TEXT NOT NULL,
  instant INTEGER NOT NULL,
  device TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  record TEXT NOT NULL,
  reviews INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  payload BLOB NOT NULL
) STRICT;
INSERT INTO checkpoints VALUES(1,1,2,'model-1',1795368758858,'2276EAF0-656A-4F8E-AD05-E3DCB94C127E',6,'51F822F9-A761-4A56-8D28-35B795A27DE7',1,7,X'00ff');
CREATE INDEX records_of_learners ON records (kind, learner) WHERE kind IN ('learner-created', 'learner-renamed', 'learners-are-one', 'forgotten', 'plan-set');
CREATE INDEX sessions_by_time ON sessions (opened);
CREATE INDEX sessions_by_learner ON sessions (learner, opened);
CREATE INDEX sessions_by_record ON sessions (record);
CREATE INDEX closings_by_session ON closings (session);
CREATE INDEX retractions_by_answer ON retractions (answer);
CREATE INDEX checkpoints_by_time ON checkpoints (person, bank, instant);
CREATE INDEX answers_by_fact ON answers
  (learner, bank, fact, topic, is_retracted, is_right, points);
CREATE UNIQUE INDEX answers_by_record ON answers (record);
CREATE INDEX answers_by_session ON answers (session);
CREATE INDEX answers_retracted ON answers (record) WHERE is_retracted;
COMMIT;
