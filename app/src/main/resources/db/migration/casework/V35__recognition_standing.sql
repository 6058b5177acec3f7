-- who is recognised is asked of all families at once, by their standings
create index recognition_standing on casework.recognition (standing);
