"""Call tickets on paper (Z5a): the slip as text and as a picture, into a folder or out of a receipt printer."""
