"""What travels beyond Comity: calendars, maps, feeds and pictures, each with the quotes it rests on."""
