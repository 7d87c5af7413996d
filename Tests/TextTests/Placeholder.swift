// furnished with its room
